using Testing.Folders;

namespace TwoC2P.Tests.Folders;

/// <summary>The check of the folders finds what is planted for it.</summary>
public sealed class FolderGraphTests : IDisposable
{
    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("folders");

    public void Dispose() => _project.Delete(recursive: true);

    [Fact]
    public void a_circle_of_compiled_types_is_shown_arrow_by_arrow()
    {
        var graph = new FolderGraph(Compiled("PlantedCircle"));

        graph.Circle().ShouldBe(["Eggs -> Hens (Egg needs Hen)", "Hens -> Eggs (Hen needs Egg)"]);
    }

    [Fact]
    public void a_circle_is_broken_by_leaving_out_what_puts_the_parts_together()
    {
        new FolderGraph(Compiled("PlantedCircle", "Hen")).Circle().ShouldBeEmpty();
    }

    [Fact]
    public void every_way_of_needing_a_type_is_an_arrow()
    {
        new FolderGraph(Compiled("PlantedArrows"))
            .Needing("Eggs")
            .ShouldBe([
                "AfterSwitch",
                "Awaited",
                "Base",
                "Called",
                "Caught",
                "Constraint",
                "Field",
                "GenericallyCalled",
                "Implemented",
                "Marked",
                "MarkedProperty",
                "Parameter",
            ]);
    }

    [Fact]
    public void a_longer_circle_is_shown_without_what_only_leads_to_it()
    {
        var graph = new FolderGraph([
            new Arrow("A", "B", "1"),
            new Arrow("B", "C", "2"),
            new Arrow("C", "D", "3"),
            new Arrow("D", "B", "4"),
            new Arrow("C", "C", "itself"),
        ]);

        graph.Circle().ShouldBe(["B -> C (2)", "C -> D (3)", "D -> B (4)"]);
    }

    [Fact]
    public void a_using_directive_is_an_arrow_even_if_only_a_constant_is_used()
    {
        Write("Hens/Hen.cs", "using House.Eggs;\n\nnamespace House.Hens;\n");
        Write("Eggs/Egg.cs", "using static House.Hens.Hen;\nusing House;\nusing System;\n\nnamespace House.Eggs;\n");

        new FolderGraph(Source().Arrows([]))
            .Circle()
            .ShouldBe(["Eggs -> Hens (a using directive of Egg.cs)", "Hens -> Eggs (a using directive of Hen.cs)"]);
        new FolderGraph(Source().Arrows([])).Needing(FolderNames.Root).ShouldBe(["Eggs"]);
        new FolderGraph(Source().Arrows(["Hen"])).Circle().ShouldBeEmpty();
    }

    [Fact]
    public void a_file_whose_namespace_is_not_its_folder_is_found()
    {
        Write("Program.cs", "return;\n");
        Write("Money.cs", "namespace House;\n");
        Write("Eggs/Brown/Egg.cs", "namespace House.Eggs.Brown;\n");
        Write("Eggs/Nest.cs", "namespace House.Nests;\n");
        Write("Eggs/Loose.cs", "class Loose;\n");

        Source()
            .Misplaced()
            .Order()
            .ShouldBe([
                $"{Path.Combine("Eggs", "Loose.cs")}: '' instead of 'House.Eggs'",
                $"{Path.Combine("Eggs", "Nest.cs")}: 'House.Nests' instead of 'House.Eggs'",
            ]);
    }

    private static IReadOnlyList<Arrow> Compiled(string planted, params string[] composition) =>
        CompiledArrows.Of(typeof(FolderGraphTests).Assembly, new FolderNames($"TwoC2P.Tests.Folders.{planted}"), composition);

    private SourceFolder Source() => new(_project.FullName, "House");

    private void Write(string path, string text)
    {
        var file = Path.Combine(_project.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
