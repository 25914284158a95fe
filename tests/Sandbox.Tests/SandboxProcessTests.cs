using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using Sandbox.Demonstration;
using Sandbox.Processes;
using Sandbox.Tests.Demonstration;
using Testing;

namespace Sandbox.Tests;

public sealed class SandboxProcessTests
{
    private readonly string portBase = FreePortBase.Next();
    private readonly ConcurrentQueue<string> lines = new();

    [Fact]
    public async Task When_the_sandbox_is_killed_everything_that_it_started_ends_too()
    {
        await using var sut = await ServeAsync();

        await sut.KillAsync();

        await Eventually.IsTrueAsync(NothingListens);
    }

    [Fact]
    public async Task When_the_sandbox_is_told_to_stop_it_stops_everything_and_ends_with_code_0()
    {
        await using var sut = await ServeAsync();

        await sut.StopAsync();

        sut.ExitCode.ShouldBe(0, string.Join('\n', lines));
        NothingListens().ShouldBeTrue();
        lines.ShouldContain(line => line.Contains($"http://127.0.0.1:{portBase}/api/docs", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains(SandboxMerchant.All[0].ReadApiKey, StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("in memory", StringComparison.Ordinal));
    }

    private async Task<ChildProcess> ServeAsync()
    {
        var process = ChildProcess.Start(
            DotNetProgram.Run(typeof(DemonstrationRun).Assembly.Location, "serve", "--port-base", portBase) with
            {
                WorkingDirectory = Directory.CreateTempSubdirectory("serve-").FullName,
                OnLine = lines.Enqueue,
                Grace = Eventually.HangsAfter,
            }
        );
        await Eventually.IsTrueAsync(() =>
            process.HasEnded || lines.Any(line => line.StartsWith("Serving.", StringComparison.Ordinal))
        );
        process.HasEnded.ShouldBeFalse(string.Join('\n', lines));
        return process;
    }

    private bool NothingListens()
    {
        var first = int.Parse(portBase, CultureInfo.InvariantCulture);
        int[] ports = [first, first + 9, first + 19, first + 20, first + 29, first + 30, first + 31];
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        return !listening.Any(end => end.Address.Equals(IPAddress.Loopback) && ports.Contains(end.Port));
    }
}
