using System.Globalization;
using System.Text.RegularExpressions;
using Documentation.Tests.Reading;
using Documentation.Tests.Running;
using Sandbox;
using Sandbox.Processes;
using Testing;

namespace Documentation.Tests.Blocks;

/// <summary>The shell's blocks of each document, in order, in one shell.</summary>
public sealed partial class SessionTests(DocumentedSandbox world)
{
    private const string SimulatorReadme = "src/TwoC2P.Simulator/README.md";

    public static TheoryData<string> Sessions =>
        [.. Treatments.BlocksOf(Way.Session).Select(block => block.File).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task Every_command_of_a_document_succeeds_and_answers_as_it_says(string file)
    {
        var blocks = Treatments.BlocksOf(Way.Session).Where(block => block.File == file).ToList();

        var printed = await RunAsync(file, blocks);

        foreach (var (block, output) in printed)
        {
            foreach (var expected in Expectation.All.Where(expected => expected.Fits(block)))
                Regex
                    .IsMatch(output, expected.Answer, RegexOptions.Multiline, Eventually.HangsAfter)
                    .ShouldBeTrue($"{block} should answer {expected.Answer}, and says:\n{output}");
            if (Following(block) is { } shown && Treatments.Of(shown)?.Way == Way.Output)
                ShouldBeShown(Shape(output), Shape(shown.Text), shown);
        }
    }

    [Fact]
    public void What_is_expected_is_expected_of_blocks_that_are_run()
    {
        var run = Treatments.BlocksOf(Way.Session).ToList();

        Expectation.All.Where(expected => !run.Exists(expected.Fits)).ShouldBeEmpty();
        Treatments
            .BlocksOf(Way.Output)
            .ShouldAllBe(shown => Treatments.BlocksOf(Way.Session).Any(block => Following(block) == shown));
    }

    [Fact]
    public async Task What_the_sandbox_says_when_it_is_up_can_be_copied()
    {
        var lines = Welcome.Text(world.Sandbox, world.Options).Split('\n');
        var calls = lines.Where(line => line.StartsWith("curl ", StringComparison.Ordinal)).ToList();
        var block = new CodeBlock("serve", "", "", 1, string.Join('\n', calls));

        var printed = await Shell.RunAsync([block], text => text, _ => "", world.Folder, Environment());

        calls.Count.ShouldBe(6);
        printed[block].ShouldContain("HTTP/1.1 202 Accepted");
        printed[block].Split("HTTP/1.1 200 OK").Length.ShouldBe(3, printed[block]);
        foreach (var merchant in SandboxMerchant.All)
            string.Join('\n', lines).ShouldContain(merchant.ApiKey);
    }

    private Task<IReadOnlyDictionary<CodeBlock, string>> RunAsync(string file, IReadOnlyList<CodeBlock> blocks)
    {
        var environment = Environment();
        if (file == SimulatorReadme)
        {
            // Its faults would meet everybody's calls: it starts a simulator of its own, as it says. Its examples show one call each, whatever the record has: what does not fit it is refused.
            var port = FreePorts.One();
            environment["SIMULATOR_URL"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
            environment["REFUSALS"] = "404 409";
            var folder = Directory.CreateDirectory(Path.Combine(world.Folder, "simulator")).FullName;
            File.Copy(world.Sandbox.Folder.MerchantCertificatePem("JT01"), Path.Combine(folder, "merchant.cert.pem"));
            return Shell.RunAsync(blocks, text => world.WithPorts(text, port), _ => "", folder, environment);
        }

        // Set by the steps before, in a subscription.
        environment["APP_URL"] = world.Sandbox.App.Address.ToString().TrimEnd('/');
        environment["MERCHANT"] = "JT01";
        environment["API_KEY"] = "sandbox-JT01";
        return Shell.RunAsync(
            blocks,
            text => world.WithPorts(text).Replace("INVOICE=...", "INVOICE=INV-SETTLED-2", StringComparison.Ordinal),
            block => Expectation.All.FirstOrDefault(expected => expected.Fits(block))?.Refusal ?? "",
            Documents.Root,
            environment
        );
    }

    private Dictionary<string, string> Environment()
    {
        var environment = world.Environment();
        // The documents set these two themselves.
        environment.Remove("GATEWAY_MERCHANT");
        environment.Remove("GATEWAY_API_KEY");
        environment["OPERATOR"] = Documents.Built("Operator");
        environment["SIMULATOR"] = StartedPrograms.Simulator;
        return environment;
    }

    private static CodeBlock? Following(CodeBlock block) =>
        Documents.Blocks.SkipWhile(each => each != block).Skip(1).FirstOrDefault(each => each.File == block.File);

    // A block of several commands may print the same several times.
    private static void ShouldBeShown(string output, string shown, CodeBlock block)
    {
        var rest = output.Replace(shown, "", StringComparison.Ordinal).Trim();
        output.ShouldContain(shown, Case.Sensitive, block.ToString());
        rest.ShouldBeEmpty(block.ToString());
    }

    private static string Shape(string text) => Number().Replace(Id().Replace(text.Trim(), "ID"), "0");

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex("[0-9]{6,}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
