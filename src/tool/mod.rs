//! The native tool.

pub mod provision;

/// Stand-in until the tool lands.
pub fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
