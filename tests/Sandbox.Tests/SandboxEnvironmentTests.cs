using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Sandbox.Tests.KeyVault;
using Testing;

namespace Sandbox.Tests;

public sealed class SandboxEnvironmentTests
{
    [Fact]
    public async Task tables_queues_secrets_and_gateway_are_ready()
    {
        await using var sut = await SandboxEnvironment.StartAsync(SandboxUnderTest.WithoutApp());

        var queue = await new QueueClient(sut.StorageConnectionString, "refunds").ExistsAsync();
        queue.Value.ShouldBeTrue();
        var tables = new TableServiceClient(sut.StorageConnectionString).Query().Select(table => table.Name);
        tables.ShouldContain("operations");
        var secrets = EmulatorClient.SecretClientFor(sut.Vault);
        (await secrets.GetSecretAsync("JT01-secret-key")).Value.Value.ShouldBe("7jYcp4FxFdf0");
        (await StatusOfAsync(new Uri(sut.Simulator.Address, "_control/health"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task stopping_it_frees_every_port()
    {
        var options = SandboxUnderTest.WithoutApp();

        await (await SandboxEnvironment.StartAsync(options)).DisposeAsync();

        await using var again = await SandboxEnvironment.StartAsync(options);
        again.Simulator.ProcessId.ShouldNotBeNull();
    }

    [Fact]
    public async Task a_killed_program_can_be_started_again()
    {
        await using var sut = await SandboxEnvironment.StartAsync(SandboxUnderTest.WithoutApp());
        var first = sut.Simulator.ProcessId;

        await sut.Simulator.KillAsync();
        sut.Simulator.ProcessId.ShouldBeNull();
        await sut.Simulator.StartAsync();

        sut.Simulator.ProcessId.ShouldNotBeNull().ShouldNotBe(first!.Value);
    }

    [Fact]
    public async Task a_port_that_another_program_has_is_named()
    {
        var options = SandboxUnderTest.WithoutApp();
        using var other = new TcpListener(IPAddress.Loopback, options.Ports.Vault);
        other.Start();

        var starting = async () => await SandboxEnvironment.StartAsync(options);

        var message = (await starting.ShouldThrowAsync<SandboxException>()).Message;
        message.ShouldContain($"Port {options.Ports.Vault} (Key Vault) is taken by another program.");
        message.ShouldContain("--port-base");
    }

    [Fact]
    public async Task a_port_that_an_earlier_sandbox_still_has_is_said_with_the_process_to_stop()
    {
        var options = SandboxUnderTest.WithoutApp();
        await using var earlier = await SandboxEnvironment.StartAsync(options);

        var starting = async () => await SandboxEnvironment.StartAsync(options);

        (await starting.ShouldThrowAsync<SandboxException>()).Message.ShouldContain($"kill {earlier.Simulator.ProcessId}");
    }

    [Fact]
    public async Task a_part_that_does_not_start_is_said_and_leaves_nothing_running()
    {
        var options = SandboxUnderTest.WithoutApp() with { SimulatorArguments = ["--merchant", "nonsense"] };

        var starting = async () => await SandboxEnvironment.StartAsync(options);

        (await starting.ShouldThrowAsync<SandboxException>()).Message.ShouldContain("simulator.log");
        await using var again = await SandboxEnvironment.StartAsync(options with { SimulatorArguments = [] });
    }

    private static async Task<HttpStatusCode> StatusOfAsync(Uri address)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await client.SendAsync(request, CancellationToken.None);
        return response.StatusCode;
    }
}
