using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Jose;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentOperations.Merchants;
using PaymentOperations.Notifications;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;
using TwoC2P;
using TwoC2P.Keys;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Support;

/// <summary>A gateway that seals callbacks for merchants of the new generation, and the intake of all of them with the product's own reader.</summary>
internal sealed class SharedGateway(params World[] worlds)
{
    private static readonly RSA _gateway = RSA.Create(2048);
    private static readonly RSA _shared = RSA.Create(2048);
    private static readonly INotificationReader _reader = new ServiceCollection()
        .AddTwoC2P()
        .BuildServiceProvider()
        .GetRequiredService<INotificationReader>();

    private readonly Dictionary<MerchantId, RSA> _own = [];

    /// <summary>Gives a merchant a key pair that no other has.</summary>
    public void GiveOwnKeys(World world) => _own[world.Merchant.Id] = RSA.Create(2048);

    /// <summary>Posts what 2C2P says to a merchant, of an operation, to the address of another.</summary>
    public Task<NotificationResult> PostAsync(World to, OperationId id, params (string Name, string? Value)[] fields) =>
        Intake(to).ReceiveAsync(to.Merchant.Id.Text, id.ToString(), Token(to, fields), CancellationToken.None);

    private byte[] Token(World to, (string Name, string? Value)[] fields)
    {
        var given = fields.Where(field => field.Value is not null).Select(field => new XElement(field.Name, field.Value));
        var xml = Encoding.UTF8.GetBytes(new XElement("PaymentProcessResponse", given).ToString(SaveOptions.DisableFormatting));
        var encrypted = JWT.EncodeBytes(xml, PairOf(to.Merchant), JweAlgorithm.RSA_OAEP, JweEncryption.A256GCM);
        return Encoding.ASCII.GetBytes(JWT.Encode(encrypted, _gateway, JwsAlgorithm.PS256));
    }

    private NotificationIntake Intake(World world)
    {
        var merchants = new FixedMerchants([.. worlds.Select(one => one.Merchant)]);
        var secrets = new TestSecrets { Jose = KeysOf };
        return new(
            merchants,
            secrets,
            _reader,
            world.Get<CallbackOwner>(),
            new OtherMerchants(merchants, secrets, _reader, world.Ledger),
            world.Get<OpenOperations>(),
            world.Get<Inbox>(),
            world.Get<Quarantine>(),
            world.Get<OperationQueue>(),
            world.Get<OperationMetrics>(),
            world.Times,
            world.Time,
            NullLogger<NotificationIntake>.Instance
        );
    }

    private JoseKeys KeysOf(Merchant merchant) =>
        new() { Merchant = [new JoseKey("m1", PairOf(merchant))], Gateway = [new JoseKey("g1", _gateway)] };

    private RSA PairOf(Merchant merchant) => _own.GetValueOrDefault(merchant.Id, _shared);
}
