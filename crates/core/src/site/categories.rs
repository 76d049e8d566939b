//! The tree of a help centre's categories: where one may hang, and in which order all are read. It knows no article.

use crate::ids::CategoryId;
use crate::limits;

/// A category as the rules see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// Which.
    pub id: CategoryId,
    /// Beneath which; nothing at the top.
    pub parent: Option<CategoryId>,
}

/// Why a category may not hang there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It would be beneath itself.
    #[error("beneath itself")]
    Cycle,
    /// The tree would be deeper than [`limits::CATEGORY_DEPTH`].
    #[error("too deep")]
    Deep,
    /// There is no such category.
    #[error("no such category")]
    Missing,
}

fn find(tree: &[Node], id: CategoryId) -> Option<&Node> {
    tree.iter().find(|node| node.id == id)
}

/// How many stand above one; nothing where the way up goes in a circle or to one that isn't there.
fn depth(tree: &[Node], of: Node) -> Option<usize> {
    let (mut at, mut above) = (of, 0);
    while let Some(parent) = at.parent {
        at = *find(tree, parent)?;
        above += 1;
        if above > tree.len() {
            return None;
        }
    }
    Some(above)
}

/// Whether a category, new or known, may hang beneath `parent`.
pub fn place(tree: &[Node], id: CategoryId, parent: Option<CategoryId>) -> Result<(), Refusal> {
    let Some(parent) = parent else {
        return Ok(());
    };
    if find(tree, parent).is_none() {
        return Err(Refusal::Missing);
    }
    let mut after: Vec<Node> = tree.iter().copied().filter(|node| node.id != id).collect();
    after.push(Node {
        id,
        parent: Some(parent),
    });
    for node in &after {
        let above = depth(&after, *node).ok_or(Refusal::Cycle)?;
        if above >= limits::CATEGORY_DEPTH {
            return Err(Refusal::Deep);
        }
    }
    Ok(())
}

/// The tree as it is read, each with its depth: a category, then all beneath it, siblings in the order given. What hangs in a
/// circle, as no form can make it, is read at the top.
pub fn read(tree: &[Node]) -> Vec<(CategoryId, usize)> {
    let lost = |node: &&Node| depth(tree, **node).is_none();
    let mut read = Vec::with_capacity(tree.len());
    beneath(tree, None, 0, &mut read);
    read.extend(tree.iter().filter(lost).map(|node| (node.id, 0)));
    read
}

fn beneath(tree: &[Node], parent: Option<CategoryId>, level: usize, read: &mut Vec<(CategoryId, usize)>) {
    for node in tree.iter().filter(|node| node.parent == parent) {
        read.push((node.id, level));
        beneath(tree, Some(node.id), level + 1, read);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(of: u8) -> CategoryId {
        CategoryId([of; 16])
    }

    fn tree(pairs: &[(u8, u8)]) -> Vec<Node> {
        let node = |&(of, parent): &(u8, u8)| Node {
            id: id(of),
            parent: (parent > 0).then(|| id(parent)),
        };
        pairs.iter().map(node).collect()
    }

    #[test]
    fn a_category_never_comes_beneath_itself_however_long_the_way() {
        let tree = tree(&[(1, 0), (2, 1), (3, 2), (4, 0)]);
        assert_eq!(place(&tree, id(1), Some(id(1))), Err(Refusal::Cycle));
        assert_eq!(place(&tree, id(1), Some(id(2))), Err(Refusal::Cycle));
        assert_eq!(place(&tree, id(1), Some(id(3))), Err(Refusal::Cycle));
        assert_eq!(place(&tree, id(3), Some(id(4))), Ok(()));
        assert_eq!(place(&tree, id(3), None), Ok(()));
        assert_eq!(place(&tree, id(3), Some(id(9))), Err(Refusal::Missing));
    }

    #[test]
    fn a_tree_grows_no_deeper_than_its_bound_even_by_moving_a_branch() {
        let tree = tree(&[(1, 0), (2, 1), (3, 2), (4, 0), (5, 4)]);
        assert_eq!(limits::CATEGORY_DEPTH, 3);
        assert_eq!(place(&tree, id(9), Some(id(3))), Err(Refusal::Deep));
        assert_eq!(place(&tree, id(9), Some(id(2))), Ok(()));
        assert_eq!(place(&tree, id(4), Some(id(2))), Err(Refusal::Deep));
        assert_eq!(place(&tree, id(4), Some(id(1))), Ok(()));
    }

    #[test]
    fn a_tree_is_read_from_the_top_each_branch_whole_and_a_circle_loses_nobody() {
        let told = |pairs: &[(u8, u8)]| -> Vec<(u8, usize)> {
            let read = read(&tree(pairs));
            read.into_iter().map(|(id, level)| (id.0[0], level)).collect()
        };
        assert_eq!(
            told(&[(1, 0), (4, 0), (2, 1), (3, 2)]),
            [(1, 0), (2, 1), (3, 2), (4, 0)]
        );
        assert_eq!(told(&[(1, 2), (2, 1), (3, 0)]), [(3, 0), (1, 0), (2, 0)]);
        assert_eq!(told(&[(1, 1)]), [(1, 0)]);
    }
}
