//! A server that writes down what it is asked for.

use std::{
    path::Path,
    sync::{Arc, Mutex},
};

use axum::{Router, extract::Request, middleware};
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
        let router = Router::new().fallback_service(ServeDir::new(folder)).layer(
            middleware::from_fn(move |request: Request, next: middleware::Next| {
                log.lock().expect("no panic while locked").push(request.uri().path().to_owned());
                next.run(request)
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
