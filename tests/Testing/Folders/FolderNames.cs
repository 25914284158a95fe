namespace Testing.Folders;

/// <summary>Tells a project's top folders by namespace.</summary>
/// <param name="root">The project's root namespace.</param>
public sealed class FolderNames(string root)
{
    /// <summary>What the files that are in no folder are called.</summary>
    public const string Root = "(root)";

    /// <summary>The top folder of a namespace, or null when it is none of the project's.</summary>
    public string? Of(string name)
    {
        if (string.Equals(name, root, StringComparison.Ordinal))
            return Root;

        return name.StartsWith($"{root}.", StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.')[0] : null;
    }
}
