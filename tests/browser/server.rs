//! A server that writes down what it is asked for.

use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware,
};
use tower_http::services::ServeDir;

/// The server of all trials, each of which has a folder of its own.
#[derive(Clone)]
pub struct Server {
    /// The address that stands for the folder served, without a final slash.
    pub origin: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves a folder on a free port, until the checks end.
    pub async fn start(folder: &Path) -> anyhow::Result<Self> {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = asked.clone();
        let root = folder.to_owned();
        let router = Router::new().fallback_service(ServeDir::new(folder)).layer(
            middleware::from_fn(move |request: Request, next: middleware::Next| {
                let path = request.uri().path().to_owned();
                log.lock().expect("no panic while locked").push(path.clone());
                let wanted = headers(&root.join(path.trim_start_matches('/')));
                async move {
                    let mut response = next.run(request).await;
                    // A page written twice within a second must be asked for again.
                    // `no-store` would also keep it out of the back-forward cache.
                    response.headers_mut().remove(header::LAST_MODIFIED);
                    let always = HeaderValue::from_static("no-cache");
                    response.headers_mut().insert(header::CACHE_CONTROL, always);
                    // What a page is served with takes the place of what it would be.
                    for (name, _) in &wanted {
                        response.headers_mut().remove(name);
                    }
                    response.headers_mut().extend(wanted);
                    response
                }
            }),
        );
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self { origin, asked })
    }

    /// The paths below `/<folder>/` that were asked for, in order, without that
    /// beginning.
    pub fn asked(&self, folder: &str) -> Vec<String> {
        let prefix = format!("/{folder}/");
        let asked = self.asked.lock().expect("no panic while locked");
        asked.iter().filter_map(|path| path.strip_prefix(&prefix)).map(str::to_owned).collect()
    }
}

/// The headers that a file is served with: the lines of `<file>.headers` beside it.
fn headers(file: &Path) -> Vec<(HeaderName, HeaderValue)> {
    let Some(name) = file.file_name() else { return Vec::new() };
    let beside = file.with_file_name(format!("{}.headers", name.to_string_lossy()));
    let lines = fs::read_to_string(beside).unwrap_or_default();
    let parsed = |line: &str| {
        let (name, value) = line.split_once(": ")?;
        Some((name.parse().ok()?, value.parse().ok()?))
    };
    lines.lines().filter_map(parsed).collect()
}
