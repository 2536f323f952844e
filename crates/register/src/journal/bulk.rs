//! Writes very many rows into tables that are empty.

use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::Entry;
use crate::derived;
use crate::schema::Tables;
use crate::shape::Shape;

impl Entry {
    /// Takes the indexes of the present tables away until the entry is committed: making them once of all rows costs a fraction of
    /// keeping them with every row. For the first entry of a register; nothing may be looked up before the commit.
    pub async fn set_indexes_aside(&mut self, tables: Tables) -> Result<()> {
        for table in tables.all() {
            let shape = Shape::of(table, false);
            for index in &shape.indexes {
                self.tx.execute_unprepared(&format!("DROP INDEX \"{}\"", index.name)).await?;
                self.aside.push(shape.create_index(index, self.tx.get_database_backend()));
            }
        }
        for index in derived::all()? {
            self.aside_of_derived.extend(index.set_aside(&self.tx).await?);
        }
        Ok(())
    }

    /// Makes the indexes that were set aside. A key that two rows share is found here, and the entry fails.
    pub(super) async fn make_indexes(&mut self) -> Result<()> {
        for statement in std::mem::take(&mut self.aside) {
            self.tx.execute_unprepared(&statement).await?;
        }
        Ok(())
    }

    /// Makes what was set aside of derived indexes, which are filled when the tables have their own indexes again.
    pub(super) async fn make_derived_indexes(&mut self) -> Result<()> {
        for statement in std::mem::take(&mut self.aside_of_derived) {
            self.tx.execute_unprepared(&statement).await?;
        }
        Ok(())
    }
}
