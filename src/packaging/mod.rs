//! From a dataset to what is published: the script with this dataset in it, its integrity
//! value, the page that stands alone. Pure: the tool and the workshop make the same bytes.

mod encode;
mod integrity;
mod page;
mod script;

pub use encode::{ascii, literal};
pub use integrity::integrity;
pub use page::{Fallback, alone, fill, offline};
pub use script::{bytes, carried, constant, data, dataset_in, with_dataset};
