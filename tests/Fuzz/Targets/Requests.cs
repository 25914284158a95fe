using Fuzz.Inputs;
using Fuzz.Parties;
using PaymentGateway.Http.Cards;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.QuickPay;
using PaymentGateway.Http.RecurringPlans;
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
    private static readonly MerchantId Merchant = new("JT01");

    public static IEnumerable<IFuzzTarget> All(ClientUnderTest client) => new Requests(client).Targets();

    private IEnumerable<IFuzzTarget> Targets() =>
        [
            Operation("refund", OperationKind.Refund),
            Operation("settlement", OperationKind.Settlement),
            Operation("void", OperationKind.Void),
            new RequestTarget(
                "card",
                Sample("card"),
                (body, errors) => NewCardReader.Read(body, LocalNow, errors),
                card => Add((CardTokenRequest)card)
            ),
            new RequestTarget(
                "card-patch",
                Sample("card-patch"),
                (body, errors) => CardPatch.Read(body, "100000000000000001", LocalNow, errors),
                patch => Send(((CardPatch)patch).Changes)
            ),
            new RequestTarget(
                "plan-patch",
                Sample("plan-patch"),
                (body, errors) => RecurringPlanPatchReader.Read(body, LocalNow, MinorUnits.Iso4217, errors),
                _ => { }
            ),
            new RequestTarget(
                "link",
                Sample("link"),
                (body, errors) => NewLinkReader.Read(body, errors, Rules),
                link => Make((NewLink)link)
            ),
            new RequestTarget(
                "link-patch",
                Sample("link-patch"),
                (body, errors) => LinkPatch.Read(body, errors, Rules),
                _ => { }
            ),
            new RequestTarget("send", Sample("send"), LinkDeliveryReader.Read, delivery => Send((QuickPayDelivery)delivery)),
        ];

    private static RequestTarget Operation(string name, OperationKind kind) =>
        new(
            name,
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
