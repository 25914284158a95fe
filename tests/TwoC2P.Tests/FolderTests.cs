using Testing.Folders;

namespace TwoC2P.Tests;

/// <summary>The APIs stand on what they share, and what they share does not stand on them.</summary>
public sealed class FolderTests
{
    private readonly ProjectFolders _folders = new(typeof(Money).Assembly, nameof(TwoC2PServiceCollectionExtensions));

    [Fact]
    public void no_folder_needs_one_that_needs_it()
    {
        _folders.Graph().Circle().ShouldBeEmpty();
    }

    [Fact]
    public void nothing_stands_on_the_payment_actions_but_what_registers_them()
    {
        _folders.Graph().Needing("PaymentAction").ShouldBeEmpty();
    }

    [Fact]
    public void every_api_is_seen_to_stand_on_what_they_share()
    {
        _folders
            .Graph()
            .Needing("Merchants")
            .ShouldBe(["Calls", "CardTokens", "InstallmentOptions", "PaymentAction", "QuickPay", "RecurringPlans", "Telemetry"]);
    }

    [Fact]
    public void namespaces_are_folders()
    {
        _folders.Misplaced().ShouldBeEmpty();
    }
}
