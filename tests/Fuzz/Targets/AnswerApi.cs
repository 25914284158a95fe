using TwoC2P;
using TwoC2P.Calls;
using TwoC2P.CardTokens;
using TwoC2P.InstallmentOptions;
using TwoC2P.Merchants;
using TwoC2P.Messages;
using TwoC2P.PaymentAction;
using TwoC2P.Protocol;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;
using TwoC2P.Signing;
using Client = Fuzz.Parties.ClientUnderTest;
using Corpus = Fuzz.Inputs.Corpus;

namespace Fuzz.Targets;

/// <summary>A call whose answer is fuzzed.</summary>
/// <param name="Name">Which.</param>
/// <param name="Sample">A good answer to it, but for its hash.</param>
/// <param name="Layout">The answer's table.</param>
/// <param name="Formula">What its hash covers.</param>
/// <param name="CallAsync">Makes the call.</param>
internal sealed record AnswerApi(
    string Name,
    string Sample,
    MessageLayout Layout,
    SignatureFormula Formula,
    Func<Client, GatewayMerchant, Task<object>> CallAsync
)
{
    private const string Link = "231095";

    private static readonly ProtocolSettings Settings = new();

    public static IReadOnlyList<AnswerApi> Xml { get; } =
    [
        .. Enum.GetValues<ProcessType>().Select(Payment),
        Card("card-add", new CardTokenRequest { Action = CardTokenAction.Add, Pan = new CardNumber("4111111111111111") }),
        Card("card-inquiry", new CardTokenRequest { Action = CardTokenAction.Inquiry, StoreCardUniqueId = "100000000000000001" }),
        new(
            "plan-inquiry",
            Corpus.Text("answers/plan.xml"),
            RecurringPlanLayouts.Response,
            FormulaOf(Settings.RecurringPlans),
            async (client, merchant) =>
                await client
                    .Get<IRecurringPlanClient>()
                    .SendAsync(
                        merchant,
                        new RecurringPlanRequest { Action = RecurringPlanAction.Inquiry, RecurringUniqueId = "156142" },
                        Client.Deadline,
                        CancellationToken.None
                    )
        ),
        new(
            "options",
            Corpus.Text("answers/options.xml"),
            InstallmentOptionLayouts.Response,
            FormulaOf(Settings.InstallmentOptions),
            async (client, merchant) =>
                await client.Get<IInstallmentOptionClient>().GetAsync(merchant, Client.Deadline, CancellationToken.None)
        ),
    ];

    public static IReadOnlyList<AnswerApi> Json { get; } =
    [
        Of(
            "query",
            QuickPayExchanges.Query(Settings.QuickPay),
            (quickPay, merchant) =>
                quickPay.QueryAsync(merchant, new QueryLinkRequest(Link), Client.Deadline, CancellationToken.None)
        ),
        Of(
            "delete",
            QuickPayExchanges.Delete,
            (quickPay, merchant) =>
                quickPay.DeleteAsync(merchant, new DeleteLinkRequest(Link), Client.Deadline, CancellationToken.None)
        ),
        Of(
            "update",
            QuickPayExchanges.Update(Settings.QuickPay),
            (quickPay, merchant) =>
                quickPay.UpdateAsync(merchant, new UpdateLinkRequest(Link, Terms), Client.Deadline, CancellationToken.None)
        ),
        Of(
            "send",
            QuickPayExchanges.Send,
            (quickPay, merchant) =>
                quickPay.SendAsync(merchant, new SendLinkRequest(Link, Delivery), Client.Deadline, CancellationToken.None)
        ),
        Of(
            "generate",
            QuickPayExchanges.Generate(Settings.QuickPay),
            (quickPay, merchant) =>
                quickPay.GenerateAsync(merchant, new GenerateLinkRequest("INV", Terms), Client.Deadline, CancellationToken.None)
        ),
        Of(
            "generate-send",
            QuickPayExchanges.GenerateAndSend(Settings.QuickPay),
            (quickPay, merchant) =>
                quickPay.GenerateAndSendAsync(
                    merchant,
                    new GenerateAndSendLinkRequest("INV", Terms, Delivery),
                    Client.Deadline,
                    CancellationToken.None
                )
        ),
    ];

    private static QuickPayLinkTerms Terms =>
        new()
        {
            Description = "Order 1",
            Currency = "SGD",
            Amount = 100m,
            Expiry = Client.Now.AddDays(7),
        };

    private static QuickPayDelivery Delivery =>
        new()
        {
            ToEmails = ["a@shop.example"],
            EmailSubject = "Invoice",
            EmailMessage = "Please pay.",
        };

    private static AnswerApi Payment(ProcessType type)
    {
        var movesMoney = type is ProcessType.Refund or ProcessType.Settlement;
        var request = new PaymentProcessRequest
        {
            ProcessType = type,
            InvoiceNo = "INV-1",
            ActionAmount = movesMoney ? Money.FromAmount(25m) : null,
        };
        var wire = type.ToWire();
        return new AnswerApi(
            $"payment-{wire}",
            Corpus.Text("answers/payment.xml").Replace("<processType>R<", $"<processType>{wire}<", StringComparison.Ordinal),
            PaymentProcessLayouts.Response,
            PaymentProcessFormulas.Response,
            async (client, merchant) =>
                await client.Get<IPaymentActionClient>().SendAsync(merchant, request, Client.Deadline, CancellationToken.None)
        );
    }

    private static AnswerApi Card(string name, CardTokenRequest request) =>
        new(
            name,
            Corpus.Text("answers/card.xml"),
            CardTokenLayouts.Response,
            FormulaOf(Settings.CardTokens),
            async (client, merchant) =>
                await client.Get<ICardTokenClient>().SendAsync(merchant, request, Client.Deadline, CancellationToken.None)
        );

    private static AnswerApi Of<TResponse>(
        string verb,
        MessageExchange exchange,
        Func<IQuickPayClient, GatewayMerchant, Task<TResponse>> call
    )
        where TResponse : class =>
        new(
            $"link-{verb}",
            Corpus.Text("answers/link.json").Replace("QPQueryRes", exchange.Answer.Root, StringComparison.Ordinal),
            exchange.Answer,
            exchange.AnswerFormula,
            async (client, merchant) => await call(client.Get<IQuickPayClient>(), merchant)
        );

    private static SignatureFormula FormulaOf(XmlApiSettings api) =>
        SignatureFormula.Of(SignatureAlgorithm.HmacSha256, api.AnswerHashOrder);
}
