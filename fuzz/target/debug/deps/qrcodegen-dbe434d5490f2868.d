/work/main/fuzz/target/debug/deps/qrcodegen-dbe434d5490f2868.d: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/qrcodegen-1.8.0/src/lib.rs

/work/main/fuzz/target/debug/deps/libqrcodegen-dbe434d5490f2868.rmeta: /root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/qrcodegen-1.8.0/src/lib.rs

/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/qrcodegen-1.8.0/src/lib.rs:
