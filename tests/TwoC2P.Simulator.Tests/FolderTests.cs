using Testing.Folders;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Tests;

public sealed class FolderTests
{
    private readonly ProjectFolders _folders = new(typeof(GatewayClock).Assembly);

    [Fact]
    public void no_folder_needs_one_that_needs_it()
    {
        _folders.Graph().Circle().ShouldBeEmpty();
    }

    [Fact]
    public void only_the_program_needs_what_puts_the_parts_together()
    {
        _folders.Graph().Needing("Hosting").ShouldBe([FolderNames.Root]);
    }

    [Fact]
    public void namespaces_are_folders()
    {
        _folders.Misplaced().ShouldBeEmpty();
    }
}
