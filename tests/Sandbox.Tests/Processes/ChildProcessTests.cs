using System.Collections.Concurrent;
using Sandbox.Processes;
using Testing;

namespace Sandbox.Tests.Processes;

public sealed class ChildProcessTests
{
    private readonly ConcurrentQueue<string> _lines = new();

    [Fact]
    public async Task a_stop_is_asked_for_before_it_is_forced()
    {
        await using var sut = await StartAsync(
            "process.on('SIGTERM', () => { console.log('goodbye'); process.exit(7); }); setInterval(() => {}, 1000);"
        );

        await sut.StopAsync();

        sut.ExitCode.ShouldBe(7);
        _lines.ShouldContain("goodbye");
    }

    [Fact]
    public async Task who_does_not_follow_is_killed()
    {
        await using var sut = await StartAsync(
            "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);",
            TimeSpan.FromMilliseconds(200)
        );

        await sut.StopAsync();

        sut.HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void a_program_that_is_not_there_is_said_with_what_to_do()
    {
        var starting = () => ChildProcess.Start(new ChildProcessOptions("no-such-program", []));

        starting.ShouldThrow<SandboxException>().Message.ShouldContain("PATH");
    }

    private async Task<ChildProcess> StartAsync(string script, TimeSpan? grace = null)
    {
        var process = ChildProcess.Start(
            new ChildProcessOptions("node", ["-e", script + "console.log('ready');"])
            {
                OnLine = _lines.Enqueue,
                Grace = grace ?? TimeSpan.FromSeconds(15),
            }
        );
        await Eventually.IsTrueAsync(() => _lines.Contains("ready"));
        return process;
    }
}
