namespace DevelopmentHosting.Tests.Hosting;

/// <summary>The host is for any app.</summary>
public sealed class GenericTests
{
    private static readonly string[] OfThisGateway =
    [
        "payment",
        "refund",
        "settlement",
        "merchant",
        "2c2p",
        "twoc2p",
        "gateway",
        "ledger",
        "invoice",
        "idempotency",
    ];

    [Fact]
    public void The_host_knows_no_payments()
    {
        var folder = Path.Combine(Root(), "src", "Functions.DevelopmentHost");
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock.json", StringComparison.Ordinal))
            .ToList();

        files.Count.ShouldBeGreaterThan(30);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            OfThisGateway.ShouldAllBe(word => !text.Contains(word, StringComparison.OrdinalIgnoreCase), file);
        }
    }

    [Fact]
    public void It_depends_on_no_other_project()
    {
        var own = typeof(DevelopmentHost).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        own.ShouldAllBe(name =>
            !name.StartsWith("Functions", StringComparison.Ordinal)
            && !name.StartsWith("Payment", StringComparison.Ordinal)
            && !name.StartsWith("TwoC2P", StringComparison.Ordinal)
        );
    }

    // Not from the compiler's paths: a build for CI does not tell where it stood.
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Functions.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Functions.sln is in no folder above the tests.");
        return folder.FullName;
    }
}
