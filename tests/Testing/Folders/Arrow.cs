namespace Testing.Folders;

/// <summary>One folder of a project needs another.</summary>
/// <param name="From">The folder that needs.</param>
/// <param name="To">The folder that is needed.</param>
/// <param name="Because">Who needs what, for the reader of a failed test.</param>
public sealed record Arrow(string From, string To, string Because);
