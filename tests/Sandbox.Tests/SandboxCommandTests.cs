using System.Collections.Concurrent;
using Sandbox.Processes;
using Testing;

namespace Sandbox.Tests;

public sealed class SandboxCommandTests
{
    [Theory]
    [InlineData("", true, true, 7071)]
    [InlineData("demo", true, false, 7071)]
    [InlineData("serve", false, true, 7071)]
    [InlineData("--port-base 8071", true, true, 8071)]
    [InlineData("demo --port-base 8071", true, false, 8071)]
    [InlineData("--port-base 8071 serve", false, true, 8071)]
    [InlineData("--keep serve --port-base 8071", false, true, 8071)]
    public void the_command_line_is_understood(string line, bool demonstrates, bool serves, int appPort)
    {
        var sut = SandboxCommand.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldNotBeNull();

        (sut.RunsDemonstration, sut.KeepsServing, sut.Ports.App).ShouldBe((demonstrates, serves, appPort));
    }

    [Theory]
    [InlineData("halp")]
    [InlineData("--unknown")]
    [InlineData("demo serve")]
    [InlineData("demo demo")]
    [InlineData("--keep")]
    [InlineData("demo --keep")]
    [InlineData("--webhook-url http://127.0.0.1:8080/")]
    [InlineData("serve --webhook-url")]
    [InlineData("serve --webhook-url nowhere")]
    [InlineData("--port-base")]
    [InlineData("--port-base 80")]
    [InlineData("--port-base 65501")]
    [InlineData("--port-base many")]
    public void anything_else_is_refused(string line)
    {
        SandboxCommand.Parse(line.Split(' ')).ShouldBeNull();
    }

    [Fact]
    public void what_is_kept_and_who_is_told_is_understood()
    {
        var sut = SandboxCommand.Parse(["serve", "--webhook-url", "http://127.0.0.1:8080/hooks", "--keep"]).ShouldNotBeNull();

        (sut.Keeps, sut.WebhookUrl).ShouldBe((true, new Uri("http://127.0.0.1:8080/hooks")));
        SandboxCommand.Parse(["serve"])!.Keeps.ShouldBeFalse();
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("serve --help")]
    [InlineData("help")]
    public async Task usage_that_is_asked_for_is_printed_and_all_is_well(string line)
    {
        var run = await RunAsync(Directory.CreateTempSubdirectory("help-").FullName, line.Split(' '));

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe(SandboxCommand.Usage);
        foreach (var option in new[] { "demo", "serve", "--port-base", "--keep", "--webhook-url", "--help" })
            run.Output.ShouldContain(option);
    }

    [Fact]
    public async Task a_line_that_is_not_understood_is_said_with_the_usage_and_ends_with_code_2()
    {
        var run = await RunAsync(Directory.CreateTempSubdirectory("wrong-").FullName, "--foo");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBe($"Not understood: --foo\n{SandboxCommand.Usage}");
    }

    [Fact]
    public async Task a_folder_that_cannot_be_written_is_said_in_one_sentence_and_ends_with_code_2()
    {
        var folder = Directory.CreateTempSubdirectory("taken-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, ".sandbox"), "a file", TestContext.Current.CancellationToken);

        var run = await RunAsync(folder, "serve", "--port-base", Demonstration.FreePortBase.Next());

        run.ExitCode.ShouldBe(2);
        var lines = run.Output.Split('\n');
        lines.Length.ShouldBe(2, run.Output);
        lines[1]
            .ShouldStartWith(
                $"The sandbox keeps its keys and logs in {Path.Combine(folder, ".sandbox")}, which cannot be written: "
            );
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string folder, params string[] arguments)
    {
        var lines = new ConcurrentQueue<string>();
        await using var process = ChildProcess.Start(
            DotNetProgram.Run(typeof(SandboxCommand).Assembly.Location, arguments) with
            {
                WorkingDirectory = folder,
                OnLine = lines.Enqueue,
            }
        );
        await process.Ended.WaitAsync(Eventually.HangsAfter);
        return (process.ExitCode, string.Join('\n', lines));
    }

    [Fact]
    public void the_default_ports_near_the_app_have_the_same_distances()
    {
        var byDefault = new SandboxPorts();

        var sut = SandboxPorts.FromBase("7071").ShouldNotBeNull();

        (sut.Simulator, sut.Vault, sut.Identity).ShouldBe((byDefault.Simulator, byDefault.Vault, byDefault.Identity));
    }
}
