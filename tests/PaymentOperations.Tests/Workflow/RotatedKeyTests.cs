using PaymentOperations.Merchants;
using PaymentOperations.Merchants.Vault;
using PaymentOperations.Notifications;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Merchants;
using PaymentOperations.Tests.Support;
using TwoC2P.Envelopes;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Workflow;

/// <summary>
/// The one moment that a new key cannot be found in: a forged callback has just used up the early reading of the minute. True callbacks are refused then, and 2C2P may never repeat them. The inquiry makes up for them.
/// </summary>
public sealed class RotatedKeyTests(LedgerStorage storage) : IAsyncLifetime
{
    private World _world = null!;
    private VaultUnderTest _vault = null!;

    // The version of the secret that 2C2P signs with.
    private string _gatewaysKey = "";

    public async ValueTask InitializeAsync()
    {
        _world = World.Start(
            storage,
            merchant: plain =>
                plain with
                {
                    Protocol = new()
                    {
                        CardTokens = { Envelope = EnvelopeKind.Base64 },
                        RecurringPlans = { Envelope = EnvelopeKind.Base64 },
                        InstallmentOptions = { Envelope = EnvelopeKind.Base64 },
                    },
                }
        );
        _vault = await VaultUnderTest.StartAsync();
        _gatewaysKey = SetKey("first");
        _world.Secrets.Vault = new MerchantSecrets(
            new FixedMerchants(_world.Merchant),
            _vault.Get<ISecretSource>(),
            _world.Time,
            _vault.Log
        );
        _world.Gateway.OfKeys = keys =>
            Knows(keys) ? null : new PaymentActionOutcome.Unknown(UnknownReason.Unverified, 200, Unverified: null);
        _world.Notifications.IsProved = Knows;
    }

    public async ValueTask DisposeAsync()
    {
        await _vault.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task a_callback_that_is_refused_then_is_made_up_for_by_asking()
    {
        var (id, payment) = await PendingAsync();
        await ForgedAsync();
        _gatewaysKey = SetKey("second");
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RF" };

        var refused = await CallbackAsync(id, payment);
        var row = await _world.RunForAsync(id, TimeSpan.FromHours(1));

        refused.ShouldBe(NotificationResult.NotVerified);
        row.Status.ShouldBe(OperationStatus.Succeeded);
        _world.Gateway.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_minute_later_a_callback_is_believed()
    {
        var (id, payment) = await PendingAsync();
        await ForgedAsync();
        _gatewaysKey = SetKey("second");
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RF" };
        await CallbackAsync(id, payment);
        _world.Time.Advance(TimeSpan.FromMinutes(1));

        var repeated = await CallbackAsync(id, payment);
        var row = await _world.RunWhenDueAsync(id);

        repeated.ShouldBe(NotificationResult.Stored);
        row.Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    public async Task a_key_that_nobody_stored_is_waited_for()
    {
        var (id, payment) = await PendingAsync();
        _gatewaysKey = "not in the vault";
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RF" };

        var refused = await CallbackAsync(id, payment);
        var meanwhile = await _world.RunForAsync(id, TimeSpan.FromHours(1));
        _gatewaysKey = SetKey("second");
        var row = await _world.RunForAsync(id, TimeSpan.FromHours(7));

        refused.ShouldBe(NotificationResult.NotVerified);
        meanwhile.Status.ShouldBe(OperationStatus.Pending);
        row.Status.ShouldBe(OperationStatus.Succeeded);
        _world.Gateway.Sent.Count.ShouldBe(1);
    }

    private string SetKey(string key) => _vault.Emulator.SetSecret($"{_world.Merchant.Id.Text}-secret-key", key);

    private bool Knows(GatewayMerchant merchant) => merchant.Keys.SecretKeys.Any(key => key.Version == _gatewaysKey);

    private async Task<(OperationId Id, GatewayPayment Payment)> PendingAsync()
    {
        var payment = _world.AddPayment(isCard: false);
        var id = await _world.RefundAsync();
        (await _world.RunWhenDueAsync(id)).Status.ShouldBe(OperationStatus.Pending);
        return (id, payment);
    }

    private async Task ForgedAsync()
    {
        var proved = _world.Notifications.IsProved;
        _world.Notifications.IsProved = static _ => false;
        await _world
            .Get<INotificationIntake>()
            .ReceiveAsync(_world.Merchant.Id.Text, "anything", new byte[] { 1 }, CancellationToken.None);
        _world.Notifications.IsProved = proved;
    }

    private Task<NotificationResult> CallbackAsync(OperationId id, GatewayPayment payment) =>
        _world.CallbackAsync(
            id.ToString(),
            Answers.View(payment, "R") with
            {
                Status = new(payment.Refunds[0].Status),
                RefundReferenceNo = payment.Refunds[0].Reference,
                Amount = payment.Refunds[0].Amount,
                AmountText = payment.Refunds[0].Amount.ToWire(),
            }
        );
}
