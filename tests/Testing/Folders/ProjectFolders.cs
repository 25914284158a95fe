using System.Reflection;

namespace Testing.Folders;

/// <summary>The folders of one project of this repository and the arrows between them.</summary>
/// <param name="assembly">The project's assembly, named as its folder and its root namespace.</param>
/// <param name="composition">Types that put the parts together and therefore may need all of them.</param>
public sealed class ProjectFolders(Assembly assembly, params string[] composition)
{
    private readonly string _name = assembly.GetName().Name!;

    /// <summary>The arrows between the folders.</summary>
    public FolderGraph Graph() =>
        new([
            .. CompiledArrows.Of(assembly, new FolderNames(_name), composition),
            .. SourceFolder.OfProject(_name).Arrows(composition),
        ]);

    /// <summary>The files whose namespace is not their folder.</summary>
    public IReadOnlyList<string> Misplaced() => SourceFolder.OfProject(_name).Misplaced();
}
