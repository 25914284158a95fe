using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Storage;

public sealed class InvoiceLedgerTests(LedgerStorage storage)
{
    [Fact]
    public async Task every_transition_survives_an_answer_of_storage_that_was_lost()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        var lost = new HashSet<string>();
        sut.Wire.After = request =>
        {
            if (request.IsWrite() && lost.Add($"{request.ClientRequestId}"))
                throw new IOException("the answer was lost");
        };

        await sut.RunAsync(id);

        lost.Count.ShouldBeGreaterThan(3);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T6"]);
        payment.Refunds.Count.ShouldBe(1);
    }

    [Fact]
    public async Task no_two_operations_own_one_gateway_refund()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var first = await sut.RefundAsync();
        var second = await sut.RefundAsync();
        await sut.RunAsync(first);
        var row = await sut.RowAsync(second);
        var change = new LedgerChange { InsertsReference = (await sut.RowAsync(first)).Reference };
        var next = row with { WriteId = "mine", NextEvent = row.NextEvent + 1 };

        var result = await sut.Get<LedgerCommit>().CommitAsync(next, Event(row), change, CancellationToken.None);

        result.ShouldBeOfType<CommitResult.ReferenceTaken>();
        (await sut.RowAsync(second)).WriteId.ShouldNotBe("mine");
    }

    [Fact]
    public async Task a_write_against_an_older_version_is_a_lost_claim()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var row = await sut.RowAsync(id);
        await sut.Ledger.TryReplaceAsync(row with { WriteId = "other" }, CancellationToken.None);

        var replaced = await sut.Ledger.TryReplaceAsync(row with { WriteId = "mine" }, CancellationToken.None);
        var committed = await sut.Get<LedgerCommit>()
            .CommitAsync(row with { WriteId = "mine" }, Event(row), new LedgerChange(), CancellationToken.None);

        replaced.ShouldBeNull();
        committed.ShouldBeOfType<CommitResult.ClaimLost>();
        (await sut.RulesAsync(id)).ShouldBe(["T1"]);
    }

    [Fact]
    public async Task a_change_of_the_invoice_is_repeated_on_what_another_operation_wrote()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(30m);
        var wasFaster = false;
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "41"));
        sut.Storage.Before = request =>
        {
            if (wasFaster || !request.IsTransaction() || sut.Gateway.Sent.Count == 0)
                return;

            wasFaster = true;
            sut.RefundAsync(20m).GetAwaiter().GetResult();
        };

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Failed);
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(20m));
    }

    [Fact]
    public async Task bank_data_is_nowhere_in_clear_reaches_the_gateway_and_is_erased_at_the_end()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment(isCard: false);
        var account = new BankAccount("BBL", "Somchai Jaidee", "1112223334");
        var command = sut.Command() with { BankAccount = account, Fingerprint = $"POST {account.AccountNumber}" };
        var id = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>().Operation.Id;
        var accepted = await DumpAsync(sut);
        var sealedBank = (await sut.RowAsync(id)).Bank;

        await sut.RunAsync(id);
        sut.Gateway.Work(new PaymentProcessRequest { ProcessType = ProcessType.Inquiry, InvoiceNo = "INV-1" });
        var pending = await DumpAsync(sut);
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Final("RF"));
        var row = await sut.RunWhenDueAsync(id);

        sealedBank.ShouldNotBeNull();
        sut.Gateway.Sent[0].BankAccount.ShouldBe(account);
        foreach (var secret in new[] { "Somchai", "1112223334" })
        {
            accepted.ShouldNotContain(secret);
            pending.ShouldNotContain(secret);
        }

        row.Status.ShouldBe(OperationStatus.Succeeded);
        row.Bank.ShouldBeNull();
        (await DumpAsync(sut)).ShouldNotContain(sealedBank.Sealed);

        PaymentActionOutcome Final(string status) =>
            Answers.List(
                new GatewayPayment
                {
                    InvoiceNo = "INV-1",
                    Refunds = { new GatewayRefund("9001", Money.FromAmount(10m), status, id.ToString()) },
                }
            );
    }

    [Fact]
    public async Task every_property_of_an_operation_survives_the_table()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var at = sut.Time.GetUtcNow();
        var full = (await sut.RowAsync(id)) with
        {
            Currency = "THB",
            SubMerchants = [new SubMerchantAmount("sub1", Money.FromAmount(10m))],
            Bank = new SealedBankAccount("v1", "box"),
            Reason = "reason",
            TraceParent = "00-trace",
            Status = OperationStatus.Pending,
            ReviewReason = "review",
            ReviewSince = at,
            Attempts =
            [
                new Attempt
                {
                    Number = 1,
                    StartedAt = at,
                    ClaimUntil = at.AddSeconds(90),
                    NeverSent = true,
                    CarriedEcho = true,
                    RespCode = "99",
                    Outcome = "outcome",
                },
            ],
            Baseline = Baseline.Of(["8001"]),
            TransactionReference = "T1",
            ClaimToken = "token",
            ClaimUntil = at,
            Polls = 3,
            Reference = "9001",
            Gateway = new GatewayResult { RespCode = "00" },
            Evidence = "{}",
            AbsentSince = at,
            InferredReference = "7001",
            Seen =
            [
                new Sighting
                {
                    Reference = "7001",
                    Status = "RF",
                    Amount = 1000,
                    IsOurs = true,
                    At = at,
                },
            ],
            DoubtSince = at,
            NotOfferedSince = at,
            IsHinted = true,
            ConflictKeys = ["7001:Done"],
            IsReservedAgain = true,
            ReservedBeyond = -500,
            WatchedAt = at,
            RestoredAt = at,
            PersonsWordAfter = 2,
            PatienceFrom = at,
            Answered = ["the list shows another amount"],
            Heard = ["word"],
            WriteId = "write",
            IsTombstone = true,
            InLine = false,
            Seq = 4,
        };
        var defaults = typeof(OperationRow).GetProperties().Where(property => IsDefault(property.GetValue(full)));

        await sut.Ledger.TryReplaceAsync(full, CancellationToken.None);
        var read = await sut.RowAsync(id);

        defaults
            .Select(property => property.Name)
            .ShouldBe(["InLine", "IsSettledAsNotDone", "IsFinal", "MayHaveAnotherLife", "HasPersonsWord"], ignoreOrder: true);
        Json(read).ShouldBe(Json(full));
    }

    private static bool IsDefault(object? value) => value is null or false or 0 or "";

    private static string Json(OperationRow row) => JsonSerializer.Serialize(row with { ETag = default });

    private static AuditEvent Event(OperationRow row) =>
        new()
        {
            OperationId = row.Id,
            Number = row.NextEvent,
            At = row.CreatedAt,
            To = row.Status,
            By = "test",
            Rule = "none",
            Note = "none",
        };

    private static async Task<string> DumpAsync(World world)
    {
        var text = new StringBuilder();
        foreach (var table in StorageLayout.Tables)
        {
            await foreach (var row in world.Get<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>())
                text.AppendJoin('|', row.Keys.Select(key => row[key]));
        }

        foreach (var pointer in world.Pointers)
            text.Append(pointer.Message);
        return text.ToString();
    }
}
