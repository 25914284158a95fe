using Documentation.Tests.Reading;
using Documentation.Tests.Running;

namespace Documentation.Tests.Blocks;

public sealed class ProgramTests(DocumentedSandbox world)
{
    public static TheoryData<CodeBlock> Programs => [.. Treatments.BlocksOf(Way.Program)];

    public static TheoryData<CodeBlock> Parts => [.. Treatments.BlocksOf(Way.Compiled)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_follows_its_refund_to_the_end_and_prints_what_is_refused(CodeBlock block)
    {
        var file = Path.Combine(
            Directory.CreateDirectory(Path.Combine(world.Folder, $"program-{block.Line}")).FullName,
            "shop.cs"
        );
        await File.WriteAllTextAsync(file, world.WithPorts(block.Text), TestContext.Current.CancellationToken);
        var done = await RunAsync(file);
        await File.WriteAllTextAsync(
            file,
            world.WithPorts(block.Text).Replace("\"sandbox-JT01\"", "\"sandbox-JT01-read\"", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var refused = await RunAsync(file);

        done.ShouldHaveSucceeded().Output.ShouldStartWith("succeeded: ");
        refused.ShouldHaveSucceeded().Output.ShouldStartWith("missing_scope: ");
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_of_a_project_compiles(CodeBlock block)
    {
        Compiled.Complaints(block.Text).ShouldBeEmpty(block.ToString());
    }

    [Fact]
    public void What_does_not_compile_is_told()
    {
        Compiled.Complaints("public sealed class Wrong { private readonly Missing missing; }").ShouldNotBeEmpty();
    }

    private Task<Execution> RunAsync(string file) => Execution.RunAsync("dotnet", ["run", file], Path.GetDirectoryName(file)!);
}
