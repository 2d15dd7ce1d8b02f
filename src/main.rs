//! The native tool. Everything it does stands in [`orientation_palliative::tool`].

fn main() -> std::process::ExitCode {
    orientation_palliative::tool::main()
}
