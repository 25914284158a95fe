using System.Globalization;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Reconciliation;

/// <summary>Puts finished refunds into the ledger and the gateway directly, many at once: what the accept and the runner would have left behind a day after the end.</summary>
internal sealed class PlantedLedger(World world)
{
    private const int RowsAtOnce = 100;
    private readonly List<OperationRow> _planted = [];
    private int _references = 100_000;

    /// <summary>Refunds of one payment, accepted on days that go round.</summary>
    public void Add(string invoiceNo, int refunds)
    {
        var payment = world.AddPayment(invoiceNo, amount: 1000m);
        for (var i = 0; i < refunds; i++)
        {
            var moment = world.Time.GetUtcNow().AddDays(-(_planted.Count % 7)).AddMinutes(-30);
            var row = Row(moment, invoiceNo, (++_references).ToString(CultureInfo.InvariantCulture), i);
            _planted.Add(row);
            payment.Refunds.Add(new GatewayRefund(row.Reference, row.Amount!.Value, "RF", row.Id.ToString(), row.KeyHash));
        }
    }

    /// <summary>Writes what was added.</summary>
    public async Task WriteAsync()
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = 16 };
        await Parallel.ForEachAsync(
            _planted.GroupBy(row => row.Partition),
            options,
            async (rows, cancellationToken) =>
                await world.Tables.Operations.SubmitTransactionAsync(
                    rows.SelectMany(row =>
                            new[]
                            {
                                new TableTransactionAction(TableTransactionActionType.Add, OperationRowMapper.ToEntity(row)),
                                new TableTransactionAction(
                                    TableTransactionActionType.Add,
                                    new TableEntity(row.Partition, TableKey.Reference(row.Reference!))
                                    {
                                        ["reference"] = row.Reference,
                                        ["operationId"] = row.Id.ToString(),
                                    }
                                ),
                            }
                        )
                        .Append(new InvoiceRow { Captured = Money.FromAmount(1000m) }.ToAction(rows.Key)),
                    cancellationToken
                )
        );
        await Parallel.ForEachAsync(
            _planted.Chunk(RowsAtOnce),
            options,
            async (rows, cancellationToken) =>
                await world.Tables.Index.SubmitTransactionAsync(
                    rows.Select(row => new TableTransactionAction(
                        TableTransactionActionType.Add,
                        new TableEntity(row.MerchantId.Text, IndexKey.Operation(row.Id))
                        {
                            ["merchantId"] = row.MerchantId.Text,
                            ["invoiceNo"] = row.InvoiceNo.Text,
                            ["kind"] = row.Kind.ToString(),
                            ["amount"] = row.Amount?.MinorUnits,
                            ["status"] = row.Status.ToString(),
                        }
                    )),
                    cancellationToken
                )
        );
    }

    private OperationRow Row(DateTimeOffset moment, string invoiceNo, string reference, int seq) =>
        new()
        {
            Id = OperationId.New(new FixedTime(moment)),
            Kind = OperationKind.Refund,
            MerchantId = world.Merchant.Id,
            InvoiceNo = InvoiceNo.Parse(invoiceNo),
            Amount = Money.FromAmount(10m),
            KeyHash = reference.PadLeft(32, '0'),
            ApiKeyId = "shop",
            Status = OperationStatus.Succeeded,
            StatusSince = moment,
            Seq = seq,
            InLine = false,
            Attempts =
            [
                new Attempt
                {
                    Number = 1,
                    StartedAt = moment,
                    ClaimUntil = moment + world.Times.Claim,
                    CarriedEcho = true,
                    RespCode = "00",
                    Answer = new DecisiveAnswer
                    {
                        ProcessType = "R",
                        RespCode = "00",
                        Status = "RF",
                        Amount = "10.00",
                        ReferenceNo = "T1",
                        RefundReferenceNo = reference,
                    },
                },
            ],
            Baseline = Baseline.Of([]),
            TransactionReference = "T1",
            NextActionAt = moment,
            Reference = reference,
            WatchedAt = moment,
            CreatedAt = moment,
            UpdatedAt = moment,
        };

    private sealed class FixedTime(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
