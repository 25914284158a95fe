using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using EndToEnd.Tests.Security.Leaks;
using EndToEnd.Tests.Worlds;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Sandbox.Files;
using Sandbox.Webhooks;
using Testing;

namespace EndToEnd.Tests.Security;

/// <summary>The search for secrets finds what it is to find: in each form, and in each kind of place.</summary>
public sealed class LeakSearchTests(World world)
{
    private const string Card = "4539578763621486";

    // The tests before left much.
    private readonly long start = Recorded.Now;

    /// <summary>Another in each run, and known to nobody but its test.</summary>
    private readonly string planted = $"planted-{RandomNumberGenerator.GetHexString(16)}";

    public static TheoryData<string> WrittenCards { get; } =
    [
        $"card {Card}.",
        "4539 5787 6362 1486",
        "4539-5787-6362-1486",
        "4539.5787.6362.1486",
        $"\"{Convert.ToHexString(Encoding.UTF8.GetBytes($"x{Card}"))}\"",
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"4539 5787 6362 1486")),
        Base64($"{Card}"),
        Base64($"a{Card}z"),
        Base64($"ab{Card}"),
        Base64($"abc{Card}yz"),
        Base64($"""<pan>4539 5787 6362 1486</pan>"""),
        string.Concat(Card.Select(digit => $"%{(int)digit:X2}")),
        Uri.EscapeDataString("4539 5787 6362 1486"),
        "4539578XXXXXXXXX",
        "453957******21486",
        $"{Card}{Card}",
    ];

    public static TheoryData<string> HiddenCards { get; } =
    [
        "453957XXXXXX1486",
        "453957******1486",
        "XXXXXXXXXXXX1486",
        "4539578763621487",
        "453957876362148",
        Base64("453957XXXXXX1486"),
    ];

    public static TheoryData<string> WrittenTexts { get; } =
    [
        "สมชาย +/?ÿ&",
        JsonSerializer.Serialize("สมชาย +/?ÿ&"),
        Uri.EscapeDataString("สมชาย +/?ÿ&"),
        WebUtility.UrlEncode("สมชาย +/?ÿ&"),
        Base64("สมชาย +/?ÿ&"),
        Base64("1สมชาย +/?ÿ&").Replace('+', '-').Replace('/', '_'),
        Base64("12สมชาย +/?ÿ&").Replace('+', '-').Replace('/', '_'),
        "สมชาย +/?ÿ&amp;",
    ];

    [Theory]
    [MemberData(nameof(WrittenCards))]
    public void A_card_number_is_found_however_it_is_written(string text) =>
        Find(Secret.OfCard("card", Card), text).ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(HiddenCards))]
    public void A_card_number_that_is_masked_as_it_should_be_is_none(string text) =>
        Find(Secret.OfCard("card", Card), text).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(WrittenTexts))]
    public void A_text_is_found_however_it_is_written(string text) =>
        Find(Secret.OfText("name", "สมชาย +/?ÿ&"), text).ShouldNotBeEmpty();

    [Fact]
    public void Every_secret_of_the_world_is_found_in_clear_or_in_Base64()
    {
        KnownSecrets.AddThoseOf(world.Sandbox);
        var finder = KnownSecrets.Finder();

        string[] written =
        [
            .. Seeds.Cards,
            .. Seeds.Accounts.SelectMany(IEnumerable<string> (account) => [account.Number, account.Name]),
            .. WorldMerchant.All.SelectMany(IEnumerable<string> (merchant) => [merchant.ApiKey, merchant.SecretKey]),
            .. world.Sandbox.Vault.Values.Where(IsSecret).Select(secret => secret.Value),
        ];

        written.Length.ShouldBeGreaterThan(600);
        written.ShouldAllBe(text => finder.Find(Encoding.UTF8.GetBytes($"before {text} after")).Count > 0);
    }

    [Fact]
    public void A_private_key_is_found_in_the_file_that_it_is_usually_written_to()
    {
        KnownSecrets.AddThoseOf(world.Sandbox);
        var finder = KnownSecrets.Finder();
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(
            world.Sandbox.Folder.MerchantPfx("JT04"),
            SandboxFolder.PfxPassword,
            X509KeyStorageFlags.Exportable
        );
        using var key = certificate.GetRSAPrivateKey()!;

        var found = finder.Find(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));

        found.ShouldContain(one => one.Secret == "JT04-private-key");
        finder.Find(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem())).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_found_in_tables_queues_and_blobs()
    {
        var name = $"planted{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        // Of its own: whoever reads a queue's messages hides them from the app.
        await using var azurite = new AzuriteServer();
        await azurite.InitializeAsync();
        var connection = azurite.ConnectionString;
        var table = (await new TableServiceClient(connection).CreateTableIfNotExistsAsync(name)).Value.Name;
        await new TableClient(connection, table).AddEntityAsync(new TableEntity("p", $"key-{planted}") { ["n"] = 1 });
        await new TableClient(connection, table).AddEntityAsync(new TableEntity("p", "text") { ["said"] = $"so {planted}" });
        await new TableClient(connection, table).AddEntityAsync(
            new TableEntity("p", "bytes") { ["kept"] = Encoding.UTF8.GetBytes(planted) }
        );
        foreach (var queue in new[] { name, $"{name}-poison" })
        {
            var client = new QueueClient(connection, queue);
            await client.CreateAsync();
            // More than one answer can hold.
            for (var number = 0; number < 40; number++)
                await client.SendMessageAsync($"nothing {number}");
            await client.SendMessageAsync(Base64($"so {planted}"));
        }

        var container = new BlobContainerClient(connection, name);
        await container.CreateAsync();
        await container.UploadBlobAsync("report", BinaryData.FromString($"line\n{planted}\n"));

        var leaks = await SearchAsync(StoredContent.ReadAsync(connection));

        leaks.ShouldContain(leak => leak.Place.Contains($"table {name}, row p/key-…", StringComparison.Ordinal));
        leaks.ShouldContain(leak => leak.Place.Contains($"table {name}, row p/text, said", StringComparison.Ordinal));
        leaks.ShouldContain(leak => leak.Place.Contains($"table {name}, row p/bytes, kept", StringComparison.Ordinal));
        leaks.ShouldContain(leak => leak.Place.Contains($"queue {name},", StringComparison.Ordinal));
        leaks.ShouldContain(leak => leak.Place.Contains($"queue {name}-poison,", StringComparison.Ordinal));
        leaks.ShouldContain(leak => leak.Place.Contains($"blob {name}/report", StringComparison.Ordinal));
        leaks.ShouldAllBe(leak => !leak.ToString().Contains(planted, StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_found_in_logs()
    {
        var run = world.Sandbox.Folder.Run(appPort: 1);
        File.WriteAllLines(run.Log("planted"), ["info: nothing", $"fail: {planted}"]);

        var leaks = Search(LoggedContent.Read(run));

        leaks.ShouldBe([new("planted", "in clear", "planted.log, line 2, byte 6")]);
    }

    [Fact]
    public async Task It_is_found_in_webhooks()
    {
        await using var receiver = await ShopReceiver.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var webhook = new HttpRequestMessage(HttpMethod.Post, receiver.UrlOf("ANY"))
        {
            Content = new StringContent($"{{\"said\":\"{planted}\"}}"),
        };
        using var answer = await http.SendAsync(webhook, TestContext.Current.CancellationToken);

        Search(ToldContent.Read(receiver)).ShouldBe([new("planted", "in clear", "webhook to ANY, byte 9")]);
    }

    [Fact]
    public async Task It_is_found_in_answers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(world.Sandbox.App.Address, "api/nothing"));
        request.Headers.Add("X-Request-Id", planted);

        await world.Shop.SendAsync(request);

        Search(Recorded.Read(start))
            .ShouldContain(leak => leak.Place.Contains("answer 404 to GET /api/nothing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_found_in_spans_and_metrics()
    {
        var name = $"planted.{planted[^8..]}";
        using var source = new ActivitySource(name);
        using var meter = new Meter(name);
        using (
            var tracing = Sdk.CreateTracerProviderBuilder()
                .AddSource(name)
                .AddOtlpExporter(options => SendTo(options, "traces"))
                .Build()
        )
        using (
            var metrics = Sdk.CreateMeterProviderBuilder()
                .AddMeter(name)
                .AddOtlpExporter(options => SendTo(options, "metrics"))
                .Build()
        )
        {
            using (var span = source.StartActivity("span"))
                span!.SetTag("tag", planted);
            meter.CreateCounter<long>("counter").Add(1, new KeyValuePair<string, object?>("tag", planted));
            tracing.ForceFlush();
            metrics.ForceFlush();
        }

        await Eventually.IsTrueAsync(() => IsRecorded("/v1/traces", planted));
        await Eventually.IsTrueAsync(() => IsRecorded("/v1/metrics", planted));
    }

    [Fact]
    public async Task The_worlds_app_sends_its_telemetry_here_and_puts_its_messages_on_queues_through_here()
    {
        var merchant = WorldMerchant.Plain;
        var invoiceNo = await world.Gateway.CreateAsync(merchant, 100.00m);
        var accepted = await world.Shop.RefundAsync(merchant, invoiceNo, 10.00m);

        await Eventually.IsTrueAsync(() => IsRecorded("/v1/traces", "function CreateRefund"));
        await Eventually.IsTrueAsync(() => IsRecorded("/v1/logs", accepted["id"]!));
        await Eventually.IsTrueAsync(() => IsRecorded("to queues", accepted["id"]!));
    }

    [Fact]
    public void What_is_found_fails_the_run_by_name_only()
    {
        var leaks = Search([new Content($"row of {planted}", Encoding.UTF8.GetBytes(planted))]);

        var failure = Should.Throw<LeakException>(() => LeakException.ThrowIfAny(leaks));

        failure.Message.ShouldContain("planted in clear in row of …");
        failure.Message.ShouldNotContain(planted);
        Should.Throw<InvalidOperationException>(() => Search([]));
    }

    private static bool IsSecret((string Name, string Value) secret) =>
        !secret.Name.EndsWith("-api-keys", StringComparison.Ordinal)
        && !secret.Name.StartsWith("gateway-", StringComparison.Ordinal)
        && !secret.Name.EndsWith("-gateway-jose-key", StringComparison.Ordinal)
        && !secret.Name.StartsWith("JT", StringComparison.Ordinal);

    private static void SendTo(OtlpExporterOptions options, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(TelemetryCollector.Address, $"v1/{signal}");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static IReadOnlyList<FoundSecret> Find(Secret secret, string text) =>
        new SecretFinder([secret]).Find(Encoding.UTF8.GetBytes(text));

    private IReadOnlyList<Leak> Search(IEnumerable<Content> contents)
    {
        var search = Searching();
        search.In(contents);
        return search.Result();
    }

    private async Task<IReadOnlyList<Leak>> SearchAsync(IAsyncEnumerable<Content> contents)
    {
        var search = Searching();
        await search.InAsync(contents);
        return search.Result();
    }

    private bool IsRecorded(string place, string text) =>
        Recorded
            .Read()
            .Where(content => content.Place.Contains(place, StringComparison.Ordinal))
            .Any(content => Find(Secret.OfText("text", text), content).Count > 0);

    private static IReadOnlyList<FoundSecret> Find(Secret secret, Content content) =>
        new SecretFinder([secret]).Find(content.Bytes);

    private LeakSearch Searching() => new(new SecretFinder([Secret.OfText("planted", planted)]));
}
