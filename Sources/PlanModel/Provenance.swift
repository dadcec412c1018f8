package import Diagnostics

/// Which plans a result stands on, so that the same result can be made again.
package struct Provenance: Sendable {
    /// The plan folder as named on the command line.
    package let folder: String
    /// The commit that holds the plans; nil outside a repository.
    package let commit: String?
    /// Whether the plans are exactly as in that commit.
    package let isClean: Bool
    /// `sha256:…` over all plan files.
    package let contentHash: String
    /// Files with errors whose content was left out on demand, by path.
    package let leftOut: [String]
    package let programVersion: String
    /// What is assumed to be otherwise than the plans say; empty when they are taken as they are.
    package let assumed: [Phrase]

    package init(
        folder: String, commit: String?, isClean: Bool, contentHash: String, leftOut: [String],
        programVersion: String,
        assumed: [Phrase] = []
    ) {
        self.folder = folder
        self.commit = commit
        self.isClean = isClean
        self.contentHash = contentHash
        self.leftOut = leftOut
        self.programVersion = programVersion
        self.assumed = assumed
    }

    /// The same plans under assumptions.
    package func assuming(_ phrases: [Phrase]) -> Provenance {
        Provenance(
            folder: folder, commit: commit, isClean: isClean, contentHash: contentHash, leftOut: leftOut,
            programVersion: programVersion, assumed: phrases)
    }
}
