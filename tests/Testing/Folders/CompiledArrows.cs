using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Testing.Folders;

/// <summary>Reads the arrows from a compiled assembly: what its types inherit, hold, take, give back and call.</summary>
public static class CompiledArrows
{
    /// <param name="assembly">The project's assembly.</param>
    /// <param name="names">Its folders.</param>
    /// <param name="composition">Types that put the parts together and therefore may need all of them.</param>
    public static IReadOnlyList<Arrow> Of(Assembly assembly, FolderNames names, IReadOnlyCollection<string> composition)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var uses = new TypeUses(file, metadata);
        return
        [
            .. metadata
                .TypeDefinitions.Where(type => !composition.Contains(Name(metadata, Outermost(metadata, type))))
                .SelectMany(type => uses.Of(type).Distinct().Select(used => Between(metadata, names, type, used)))
                .OfType<Arrow>(),
        ];
    }

    private static Arrow? Between(
        MetadataReader metadata,
        FolderNames names,
        TypeDefinitionHandle user,
        TypeDefinitionHandle used
    )
    {
        var (from, to) = (Outermost(metadata, user), Outermost(metadata, used));
        return names.Of(Namespace(metadata, from)) is { } fromFolder && names.Of(Namespace(metadata, to)) is { } toFolder
            ? new Arrow(fromFolder, toFolder, $"{Name(metadata, from)} needs {Name(metadata, to)}")
            : null;
    }

    // Closures, state machines and nested cases belong to the type that they were written in.
    private static TypeDefinitionHandle Outermost(MetadataReader metadata, TypeDefinitionHandle type)
    {
        while (metadata.GetTypeDefinition(type).GetDeclaringType() is { IsNil: false } declaring)
            type = declaring;

        return type;
    }

    private static string Name(MetadataReader metadata, TypeDefinitionHandle type) =>
        metadata.GetString(metadata.GetTypeDefinition(type).Name);

    private static string Namespace(MetadataReader metadata, TypeDefinitionHandle type) =>
        metadata.GetString(metadata.GetTypeDefinition(type).Namespace);
}
