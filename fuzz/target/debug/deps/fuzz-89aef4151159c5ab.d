/work/main/fuzz/target/debug/deps/fuzz-89aef4151159c5ab.d: src/main.rs

/work/main/fuzz/target/debug/deps/libfuzz-89aef4151159c5ab.rmeta: src/main.rs

src/main.rs:
