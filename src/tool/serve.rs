//! `serve`: builds, serves `dist/`, builds again on every change.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use tokio::net::TcpListener;
use tower_http::cors::CorsLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use super::build::Plan;
use super::root;
use super::wasm::Profile;
use super::watch::Builder;

/// How many ports are tried from the one asked for.
const TRIES: u16 = 100;

/// Options of `serve`.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The port to serve on; the next free one when it is taken
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// The dataset to embed, a folder [default: data/]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Serve what would be published: smaller, and slower to build
    #[arg(long)]
    shipped: bool,
}

/// Runs `serve`, until interrupted.
pub fn run(args: Args) -> Result<ExitCode> {
    let profile = if args.shipped { Profile::Shipped } else { Profile::Draft };
    // What is published never lies beside what is tried out.
    let out = (profile == Profile::Draft).then(|| root().join("target/draft"));
    let plan = Plan::new(args.data, out);
    let mut builder = Builder::new(plan.clone(), profile);
    builder.build()?;
    if profile == Profile::Draft {
        println!("a draft, to work with: `cargo run -- build` makes what is published");
    }
    builder.watch()?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let listener = listen(args.port).await?;
        let address = format!("http://{}", listener.local_addr()?);
        println!("{address}");
        if args.open {
            // Not every machine has a browser: the address is printed anyway.
            open::that(&address).unwrap_or_else(|error| eprintln!("no browser opened: {error}"));
        }
        axum::serve(listener, router(&plan.out)).await?;
        Ok(ExitCode::SUCCESS)
    })
}

/// Serves a folder's files, to pages of any origin, never from a cache.
pub fn router(dir: &Path) -> Router {
    let fresh =
        SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Router::new().fallback_service(ServeDir::new(dir)).layer(CorsLayer::permissive()).layer(fresh)
}

/// Listens on this port of this machine alone, or on the next free one.
async fn listen(port: u16) -> Result<TcpListener> {
    let mut last = None;
    for port in port..=port.saturating_add(TRIES) {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await {
            Ok(listener) => return Ok(listener),
            Err(error) => last = Some(error),
        }
    }
    let error = last.context("no port to try")?;
    Err(error).with_context(|| format!("no free port from {port} on"))
}
