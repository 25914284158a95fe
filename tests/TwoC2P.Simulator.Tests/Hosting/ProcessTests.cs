using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TwoC2P.Simulator.Hosting;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Hosting;

public sealed class ProcessTests
{
    [Fact]
    public async Task The_program_stops_when_the_process_that_started_it_is_gone()
    {
        using var parent = Process.Start("sleep", "60");
        await using var sut = await SimulatorHost.StartAsync(
            null,
            "--parent-pid",
            parent.Id.ToString(CultureInfo.InvariantCulture)
        );
        var stopping = new TaskCompletionSource();
        sut.App.Lifetime.ApplicationStopping.Register(stopping.SetResult);
        stopping.Task.IsCompleted.ShouldBeFalse();

        parent.Kill();

        await stopping.Task;
    }

    [Fact]
    public async Task Calls_that_are_held_open_do_not_keep_the_program_from_stopping()
    {
        await using var sut = await SimulatorHost.StartAsync();
        var invoiceNo = await sut.InvoiceAsync();
        await sut.FaultAsync("no-answer", invoiceNo);
        await sut.FaultAsync("late-work", invoiceNo, new { seconds = 600 });
        var held = sut.SendAsync(PaymentRequest.Inquiry(invoiceNo));
        await Eventually.GetAsync(() => sut.CallsAsync(invoiceNo), calls => calls.Count == 1);
        await Should.ThrowAsync<HttpRequestException>(() => sut.SendAsync(PaymentRequest.Inquiry(invoiceNo)));

        // Were they waited for, the stop would take that long.
        sut.App.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout = Timeout.InfiniteTimeSpan;
        await sut.App.StopAsync();

        await Should.ThrowAsync<HttpRequestException>(() => held);
    }

    [Fact]
    public void Repeated_options_become_configuration_keys_of_their_own()
    {
        var expanded = CommandLine.Expand(["--merchant", "A=k1", "--seed", "none", "--merchant", "B=k=2"]);

        expanded.ShouldBe(["--merchant:A", "k1", "--seed", "none", "--merchant:B", "k=2"]);
    }

    [Fact]
    public void An_option_without_its_value_says_what_it_needs()
    {
        Should
            .Throw<ArgumentException>(() => CommandLine.Expand(["--merchant-cert"]))
            .Message.ShouldContain("--merchant-cert JT01=");
    }
}
