using PaymentOperations.Operations;
using Testing.Folders;

namespace PaymentOperations.Tests;

public sealed class FolderTests
{
    private readonly ProjectFolders _folders = new(typeof(Operation).Assembly, nameof(PaymentOperationsRegistration));

    [Fact]
    public void no_folder_needs_one_that_needs_it()
    {
        _folders.Graph().Circle().ShouldBeEmpty();
    }

    [Fact]
    public void the_workflow_is_seen_to_be_needed_by_those_who_accept_and_those_who_ask()
    {
        _folders.Graph().Needing("Workflow").ShouldBe(["Intake", "Payments", "Poison", "Reconciliation"]);
    }

    [Fact]
    public void namespaces_are_folders()
    {
        _folders.Misplaced().ShouldBeEmpty();
    }
}
