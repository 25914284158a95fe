using Azure.Storage.Queues;
using Sandbox.Azurite;
using Testing;

namespace Sandbox.Tests.Azurite;

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task listens_on_the_ports_that_were_asked_for()
    {
        var ports = FreePorts.Many(3);

        await using var sut = await AzuriteProcess.StartAsync(
            new AzuriteOptions
            {
                BlobPort = ports[0],
                QueuePort = ports[1],
                TablePort = ports[2],
            }
        );

        sut.ConnectionString.ShouldContain($"BlobEndpoint=http://127.0.0.1:{ports[0]}/");
        sut.ConnectionString.ShouldContain($"QueueEndpoint=http://127.0.0.1:{ports[1]}/");
        sut.ConnectionString.ShouldContain($"TableEndpoint=http://127.0.0.1:{ports[2]}/");
    }

    [Fact]
    public async Task keeps_what_it_acknowledged_over_a_stop_and_a_start()
    {
        var options = new AzuriteOptions { Location = Directory.CreateTempSubdirectory("azurite-").FullName };
        await using (var first = await AzuriteProcess.StartAsync(options))
            await new QueueClient(first.ConnectionString, "kept").CreateAsync();

        await using var sut = await AzuriteProcess.StartAsync(options);

        (await new QueueClient(sut.ConnectionString, "kept").ExistsAsync()).Value.ShouldBeTrue();
    }

    [Fact]
    public async Task a_taken_port_is_said_with_what_Azurite_printed()
    {
        await using var first = await AzuriteProcess.StartAsync(new AzuriteOptions());
        var taken = new QueueClient(first.ConnectionString, "any").Uri.Port;

        var starting = async () => await AzuriteProcess.StartAsync(new AzuriteOptions { QueuePort = taken });

        (await starting.ShouldThrowAsync<SandboxException>()).Message.ShouldContain("EADDRINUSE");
    }
}

public sealed class AzuriteServerTests(AzuriteServer sut)
{
    [Fact]
    public async Task the_shared_fixture_serves_queues()
    {
        var queue = new QueueClient(sut.ConnectionString, UniqueNames.Next());

        var response = await queue.CreateAsync();

        response.Status.ShouldBe(201);
    }
}
