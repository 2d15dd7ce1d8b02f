//! How each engine is started and asked for a session.

use std::{net::TcpListener, path::Path, process::Command};

use orientation_palliative::tool::provision::{Component, Engine, Provisioned};
use serde_json::{Value, json};
use thirtyfour::Capabilities;

/// A port that nobody listens on.
pub fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// The command that starts the engine's driver on that port.
///
/// `display`: the X display, for the engine that needs one.
pub fn driver(
    engine: Engine,
    found: &Provisioned,
    port: u16,
    display: Option<&str>,
) -> anyhow::Result<Command> {
    let mut command = match engine {
        Engine::Chromium => Command::new(found.path(Component::Chromedriver)?),
        Engine::Firefox => Command::new(found.path(Component::Geckodriver)?),
        Engine::Webkit => Command::new(found.path(Component::WebKitWebDriver)?),
    };
    command.arg(format!("--port={port}"));
    if engine == Engine::Webkit {
        // Its sandbox refuses to start as root and in most containers.
        command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    }
    if let Some(display) = display {
        command.env("DISPLAY", display).env_remove("WAYLAND_DISPLAY");
    }
    Ok(command)
}

/// The command that starts a virtual display; it prints the display's number.
pub fn display(found: &Provisioned) -> anyhow::Result<Command> {
    let mut command = Command::new(found.path(Component::Xvfb)?);
    // High enough to hold a whole outcome in one picture.
    command.args(["-displayfd", "1", "-screen", "0", "1600x12000x24", "-nolisten", "tcp"]);
    Ok(command)
}

/// What a session of the engine is asked to be.
pub fn capabilities(engine: Engine, found: &Provisioned) -> anyhow::Result<Capabilities> {
    let wanted = match engine {
        Engine::Chromium => chromium(&found.path(Component::Chromium)?.to_string_lossy()),
        Engine::Firefox => firefox(&found.path(Component::Firefox)?.to_string_lossy()),
        Engine::Webkit => webkit(&found.path(Component::MiniBrowser)?.to_string_lossy()),
    };
    Ok(serde_json::from_value(wanted)?)
}

/// What a Chromium is asked to be that is shown, and that keeps what it saves in
/// `folder`.
pub fn visible(found: &Provisioned, folder: &Path) -> anyhow::Result<Capabilities> {
    let mut wanted = chromium(&found.path(Component::Chromium)?.to_string_lossy());
    let options = &mut wanted["goog:chromeOptions"];
    if let Some(arguments) = options["args"].as_array_mut() {
        arguments.retain(|argument| argument != "--headless=new");
        arguments.push(json!("--window-size=1280,1000"));
    }
    // The whole page: the script beside it.
    options["prefs"] = json!({ "savefile": { "default_directory": folder, "type": 1 } });
    Ok(serde_json::from_value(wanted)?)
}

/// What a browser is asked to be whose visitor has set letters of that size. The driver
/// of `WebKit` knows of no such setting.
pub fn with_letters(
    engine: Engine,
    found: &Provisioned,
    size: u32,
) -> anyhow::Result<Capabilities> {
    let wanted = match engine {
        Engine::Chromium => {
            let mut wanted = chromium(&found.path(Component::Chromium)?.to_string_lossy());
            let size = json!({ "webkit": { "webprefs": { "default_font_size": size } } });
            wanted["goog:chromeOptions"]["prefs"] = size;
            wanted
        }
        Engine::Firefox => {
            let mut wanted = firefox(&found.path(Component::Firefox)?.to_string_lossy());
            wanted["moz:firefoxOptions"]["prefs"]["font.size.variable.x-western"] = json!(size);
            wanted
        }
        Engine::Webkit => anyhow::bail!("WebKit's driver cannot set the size of letters"),
    };
    Ok(serde_json::from_value(wanted)?)
}

fn chromium(binary: &str) -> Value {
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": binary,
            // Without the later ones it keeps trying hosts of its own.
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--lang=fr-FR",
            ],
        },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(binary: &str) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": binary,
            "args": ["-headless"],
            "prefs": {
                // Firefox's own repairs of sites tell the console of the first pages opened.
                "extensions.webcompat.perform_injections": false,
                "extensions.webcompat.perform_ua_overrides": false,
                "extensions.webcompat.enable_shims": false,
                // What pages say goes to the driver's output; what the browser
                // says about itself does not.
                "devtools.console.stdout.content": true,
                "devtools.console.stdout.chrome": false,
                "browser.dom.window.dump.enabled": true,
                // A service of the browser that complains when it finds no network.
                "app.shield.optoutstudies.enabled": false,
                "messaging-system.rsexperimentloader.enabled": false,
                "messaging-system.log": "off",
                "intl.accept_languages": "fr-FR, fr",
            },
        },
    })
}

fn webkit(binary: &str) -> Value {
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] },
    })
}
