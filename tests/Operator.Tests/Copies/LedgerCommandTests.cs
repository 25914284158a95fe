using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using Sandbox.Azurite;
using TwoC2P;

namespace Operator.Tests.Copies;

/// <summary>Copies of the ledger from the command line, between two real storage accounts. What they mean for the money is tried in PaymentOperations.Tests.</summary>
public sealed class LedgerCommandTests : IAsyncLifetime
{
    private readonly StringWriter _notes = new();
    private AzuriteProcess _ledger = null!;
    private AzuriteProcess _other = null!;

    public async ValueTask InitializeAsync()
    {
        (_ledger, _other) = (
            await AzuriteProcess.StartAsync(new AzuriteOptions()),
            await AzuriteProcess.StartAsync(new AzuriteOptions())
        );
        await StorageLayout.CreateAsync(
            new TableServiceClient(_ledger.ConnectionString),
            new QueueServiceClient(_ledger.ConnectionString),
            new BlobServiceClient(_ledger.ConnectionString)
        );
        for (var one = 0; one < 3; one++)
            await AddAsync(string.Create(CultureInfo.InvariantCulture, $"INV-{one}"));
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task The_ledger_is_copied_verified_and_put_back_into_another_account()
    {
        var (exported, name) = await RunAsync(_ledger, "ledger export");
        exported.ShouldBe(0, _notes.ToString());
        name = name.Trim();
        (await RunAsync(_ledger, "ledger verify --live")).ExitCode.ShouldBe(0, _notes.ToString());

        // Nothing is put back by mistake: not while the app may run, and not over what is there.
        (await RunAsync(_other, $"ledger import --copy {name}")).ExitCode.ShouldBe(2);
        _notes.ToString().ShouldContain("--app-is-stopped");
        (await RunAsync(_ledger, $"ledger import --copy {name} --app-is-stopped")).ExitCode.ShouldBe(1);
        _notes.ToString().ShouldContain("has rows");

        var (imported, output) = await RunAsync(_other, $"ledger import --copy {name} --app-is-stopped --merchant JT09");
        imported.ShouldBe(0, _notes.ToString());
        output.ShouldContain(name);
        var (live, differences) = await RunAsync(_other, $"ledger verify --copy {name} --live");
        live.ShouldBe(5);
        // Three operations that were open are asked about, each with an event of it; the rest is as it was.
        differences.Split('\n').ShouldContain(line => Cells(line).SequenceEqual(new[] { "operations", "9", "3", "3", "0" }));
        differences.Split('\n').ShouldContain(line => Cells(line).SequenceEqual(new[] { "learned", "0", "0", "3", "0" }));
        (await RunAsync(_other, $"ledger import --copy {name} --app-is-stopped")).ExitCode.ShouldBe(0);
        _notes.ToString().ShouldContain("already; nothing is done");
    }

    [Fact]
    public async Task A_copy_that_is_not_what_was_written_is_named_and_not_put_back()
    {
        var name = (await RunAsync(_ledger, "ledger export")).Output.Trim();
        var container = new BlobServiceClient(_ledger.ConnectionString).GetBlobContainerClient("ledger-copies");
        var chunk = (await container.GetBlobsAsync().ToListAsync())
            .First(blob => blob.Name.Contains("operations-", StringComparison.Ordinal))
            .Name;
        var bytes = (await container.GetBlobClient(chunk).DownloadContentAsync()).Value.Content.ToArray();
        bytes[^9] ^= 1;
        await container.GetBlobClient(chunk).UploadAsync(new BinaryData(bytes), overwrite: true);

        (await RunAsync(_ledger, "ledger verify")).ExitCode.ShouldBe(5);
        _notes.ToString().ShouldContain("SHA-256 differs");
        (await RunAsync(_other, $"ledger import --copy {name} --app-is-stopped")).ExitCode.ShouldBe(1);
        (await new TableServiceClient(_other.ConnectionString).QueryAsync().AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_index_is_written_anew_from_the_ledger()
    {
        var index = new TableServiceClient(_ledger.ConnectionString).GetTableClient("index");

        var (exitCode, output) = await RunAsync(_ledger, "ledger index");

        exitCode.ShouldBe(0, _notes.ToString());
        output.ShouldContain("3 operations and 0 events are in the index");
        (await index.QueryAsync<TableEntity>("RowKey ge 'operation|' and RowKey lt 'operation}'").CountAsync()).ShouldBe(3);
    }

    [Theory]
    [InlineData("ledger verify", 1, "no finished copy")]
    [InlineData("ledger verify --copy 20260101T000000Z", 1, "no finished copy")]
    [InlineData("ledger import --copy 20260101T000000Z --app-is-stopped", 1, "no finished copy")]
    [InlineData("ledger import --app-is-stopped", 2, "copy")]
    public async Task What_is_not_there_is_said(string arguments, int exitCode, string words)
    {
        (await RunAsync(_ledger, arguments)).ExitCode.ShouldBe(exitCode);

        _notes.ToString().ShouldContain(words);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task Without_an_account_nothing_is_asked(string? connection)
    {
        var exitCode = await OperatorProgram.RunAsync(
            ["ledger", "export"],
            TextWriter.Null,
            _notes,
            name => name == "AzureWebJobsStorage" ? connection : null
        );

        exitCode.ShouldBe(2);
        _notes.ToString().ShouldContain("AzureWebJobsStorage");
    }

    private static string[] Cells(string line) =>
        line.Split(['│', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task<(int ExitCode, string Output)> RunAsync(AzuriteProcess ledger, string arguments)
    {
        var output = new StringWriter();
        var exitCode = await OperatorProgram.RunAsync(
            arguments.Split(' '),
            output,
            _notes,
            name =>
                name switch
                {
                    "AzureWebJobsStorage" => ledger.ConnectionString,
                    "LedgerCopies" => _ledger.ConnectionString,
                    _ => null,
                }
        );
        return (exitCode, output.ToString());
    }

    private async Task AddAsync(string invoiceNo)
    {
        var now = new DateTimeOffset(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);
        var row = new OperationRow
        {
            Id = OperationId.New(TimeProvider.System),
            Kind = OperationKind.Refund,
            MerchantId = new MerchantId("JT01"),
            InvoiceNo = InvoiceNo.Parse(invoiceNo),
            Amount = Money.FromAmount(5m),
            KeyHash = new string('a', 32),
            ApiKeyId = "shop",
            Status = OperationStatus.Accepted,
            StatusSince = now,
            Seq = 0,
            NextActionAt = now,
            NextEvent = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var created = new AuditEvent
        {
            OperationId = row.Id,
            Number = 0,
            At = now,
            To = OperationStatus.Accepted,
            By = "shop",
            Rule = "T1",
            Note = "Accepted",
        };
        var invoice = new InvoiceRow { Reserved = Money.FromAmount(5m), NextSeq = 1 };
        await new TableClient(_ledger.ConnectionString, "operations").SubmitTransactionAsync([
            new(TableTransactionActionType.Add, OperationRowMapper.ToEntity(row)),
            new(
                TableTransactionActionType.Add,
                new TableEntity(row.Partition, TableKey.Wait(0))
                {
                    ["operationId"] = row.Id.ToString(),
                    ["kind"] = "Refund",
                    ["seq"] = 0,
                }
            ),
            created.ToAction(row.Partition),
            invoice.ToAction(row.Partition),
        ]);
    }
}
