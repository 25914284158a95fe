using System.Text.Json;
using Fuzz.Inputs;
using Fuzz.Parties;
using PaymentGateway.Http.Cards;
using PaymentGateway.Http.Contract;
using PaymentGateway.Http.Events;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.QuickPay;
using PaymentGateway.Http.Reconciliations;
using PaymentGateway.Http.RecurringPlans;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Resolutions;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.CardTokens;
using TwoC2P.Envelopes;
using TwoC2P.Outcomes;
using TwoC2P.Protocol;
using TwoC2P.QuickPay;

namespace Fuzz.Targets;

/// <summary>Every address that takes a JSON body. What is taken goes on to the client, which must find nothing wrong with it.</summary>
internal sealed class Requests(ClientUnderTest client)
{
    private static readonly DateTimeOffset LocalNow = ClientUnderTest.Now.ToOffset(TimeSpan.FromHours(7));
    private static readonly LinkRules Rules = new(new QuickPaySettings(), LocalNow);
    private static readonly DateOnly Today = DateOnly.FromDateTime(ClientUnderTest.Now.UtcDateTime);
    private const int KeptDays = 90;
    private static readonly MerchantId Merchant = new("JT01");

    public static IEnumerable<RequestTarget> All(ClientUnderTest client) => new Requests(client).Targets();

    /// <summary>The functions whose requests have a JSON body, as the contract says.</summary>
    public static IReadOnlyList<string> Functions
    {
        get
        {
            using var contract = JsonDocument.Parse(ContractFiles.Bytes("openapi.json"));
            return
            [
                .. contract
                    .RootElement.GetProperty("paths")
                    .EnumerateObject()
                    .SelectMany(path => path.Value.EnumerateObject())
                    .Where(one => TakesJson(one.Value))
                    .Select(one => one.Value.GetProperty("operationId").GetString()!),
            ];
        }
    }

    private static bool TakesJson(JsonElement operation) =>
        operation.ValueKind == JsonValueKind.Object
        && operation.TryGetProperty("requestBody", out var body)
        && body.GetProperty("content").EnumerateObject().Any(type => type.Name.EndsWith("json", StringComparison.Ordinal));

    private IEnumerable<RequestTarget> Targets() =>
        [
            Operation("refund", "CreateRefund", OperationKind.Refund),
            Operation("settlement", "CreateSettlement", OperationKind.Settlement),
            Operation("void", "CreateVoid", OperationKind.Void),
            new RequestTarget(
                "card",
                "CreateCard",
                Sample("card"),
                (body, errors) => NewCardReader.Read(body, LocalNow, errors),
                card => Add((CardTokenRequest)card)
            ),
            new RequestTarget(
                "card-patch",
                "UpdateCard",
                Sample("card-patch"),
                (body, errors) => CardPatch.Read(body, "100000000000000001", LocalNow, errors),
                patch => Send(((CardPatch)patch).Changes)
            ),
            new RequestTarget(
                "plan-patch",
                "UpdateRecurringPlan",
                Sample("plan-patch"),
                (body, errors) => RecurringPlanPatchReader.Read(body, LocalNow, MinorUnits.Iso4217, errors),
                _ => { }
            ),
            new RequestTarget(
                "link",
                "CreateLink",
                Sample("link"),
                (body, errors) => NewLinkReader.Read(body, errors, Rules),
                link => Make((NewLink)link)
            ),
            new RequestTarget(
                "link-patch",
                "UpdateLink",
                Sample("link-patch"),
                (body, errors) => LinkPatch.Read(body, errors, Rules),
                _ => { }
            ),
            new RequestTarget(
                "send",
                "SendLink",
                Sample("send"),
                LinkDeliveryReader.Read,
                delivery => Send((QuickPayDelivery)delivery)
            ),
            Read("resolution", "ResolveOperation", PersonsWordReader.ReadResolution),
            Read("cancellation", "CancelOperation", PersonsWordReader.ReadCancellation),
            Read("reconciliation", "StartReconciliation", (body, errors) => StartReader.Read(body, errors, Today, KeptDays)),
            Read("redelivery", "RedeliverEvents", RedeliveryReader.Read),
            Read("redelivery-time", "RedeliverEvents", RedeliveryReader.Read),
        ];

    private static RequestTarget Read(string name, string function, Func<JsonElement, RequestErrors, object?> read) =>
        new(name, function, Sample(name), read, _ => { });

    private static RequestTarget Operation(string name, string function, OperationKind kind) =>
        new(
            name,
            function,
            Sample(name),
            (body, errors) => OperationRequestReader.Read(kind, body, errors),
            request => CanonicalRequest.Fingerprint(Merchant, (OperationRequest)request)
        );

    private void Add(CardTokenRequest card)
    {
        using var number = card.Pan;
        Send(card);
    }

    private void Send(CardTokenRequest card) =>
        MustBeSent(client.Get<ICardTokenClient>().SendAsync(Shop(), card, ClientUnderTest.Deadline, CancellationToken.None));

    private void Make(NewLink link)
    {
        link.Fingerprint(Merchant);
        var quickPay = client.Get<IQuickPayClient>();
        MustBeSent(
            link.Send is null
                ? quickPay.GenerateAsync(
                    Shop(),
                    new GenerateLinkRequest(link.OrderIdPrefix, link.Terms),
                    ClientUnderTest.Deadline,
                    CancellationToken.None
                )
                : quickPay.GenerateAndSendAsync(
                    Shop(),
                    new GenerateAndSendLinkRequest(link.OrderIdPrefix, link.Terms, link.Send),
                    ClientUnderTest.Deadline,
                    CancellationToken.None
                )
        );
    }

    private void Send(QuickPayDelivery delivery) =>
        MustBeSent(
            client
                .Get<IQuickPayClient>()
                .SendAsync(Shop(), new SendLinkRequest("231095", delivery), ClientUnderTest.Deadline, CancellationToken.None)
        );

    private static void MustBeSent<TResponse>(Task<GatewayOutcome<TResponse>> sending)
        where TResponse : class
    {
        if (sending.GetAwaiter().GetResult() is GatewayOutcome<TResponse>.NeverSent never)
            throw new InvalidOperationException(
                $"The request was taken, and then not sent: {string.Join(' ', never.Errors.Select(error => $"{error.Field}: {error.Problem}"))}"
            );
    }

    private static TwoC2P.Merchants.GatewayMerchant Shop() => ClientUnderTest.Merchant(EnvelopeKind.Base64);

    private static string Sample(string name) => Corpus.Text($"requests/{name}.json");
}
