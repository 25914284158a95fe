using Fuzz.Parties;
using TwoC2P.Calls;
using TwoC2P.CardTokens;
using TwoC2P.Envelopes;
using TwoC2P.InstallmentOptions;
using TwoC2P.PaymentAction;
using TwoC2P.Protocol;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace Fuzz.Differential;

/// <summary>Every kind of message that the two sides exchange.</summary>
internal static class Meetings
{
    private static readonly ProtocolSettings Settings = new();

    public static IReadOnlyList<IMeeting> All(SimulatorSide simulator, ClientUnderTest client) =>
        [
            .. Xml.SelectMany(api =>
                Enum.GetValues<EnvelopeKind>()
                    .Select(envelope => (IMeeting)new XmlMeeting(simulator, api.Exchange, envelope, api.Given))
            ),
            .. Links.Select(exchange => new LinkMeeting(simulator, exchange)),
            .. Enum.GetValues<EnvelopeKind>()
                .Select(envelope => new CallbackMeeting(simulator, envelope, client.Get<INotificationReader>())),
        ];

    private static IEnumerable<(MessageExchange Exchange, Dictionary<string, string> Given)> Xml =>
        [
            (
                new MessageExchange(
                    PaymentProcessLayouts.Request,
                    PaymentProcessFormulas.Request,
                    PaymentProcessLayouts.Response,
                    PaymentProcessFormulas.Response,
                    XmlApi.ResultField
                ),
                Given(("version", "3.4"), ("processType", "R"), ("invoiceNo", "INV-1"), ("actionAmount", "10.00"))
            ),
            (
                XmlApi.Exchange(Settings.CardTokens, CardTokenLayouts.Request, CardTokenLayouts.Response),
                Given(("version", "2.3"), ("action", "I"), ("storeCardUniqueID", "1"))
            ),
            (
                XmlApi.Exchange(Settings.RecurringPlans, RecurringPlanLayouts.Request, RecurringPlanLayouts.Response),
                Given(("version", "2.4"), ("processType", "I"), ("recurringUniqueID", "156142"))
            ),
            (
                XmlApi.Exchange(Settings.InstallmentOptions, InstallmentOptionLayouts.Request, InstallmentOptionLayouts.Response),
                Given(("version", "2.3"))
            ),
        ];

    private static IEnumerable<MessageExchange> Links =>
        [
            QuickPayExchanges.Send,
            QuickPayExchanges.Query(Settings.QuickPay),
            QuickPayExchanges.Delete,
            QuickPayExchanges.Update(Settings.QuickPay),
            QuickPayExchanges.Generate(Settings.QuickPay),
            QuickPayExchanges.GenerateAndSend(Settings.QuickPay),
        ];

    // What the simulator asks for before it looks at the hash.
    private static Dictionary<string, string> Given(params (string Name, string Value)[] fields) =>
        new(
            fields
                .Append(("merchantID", SimulatorSide.MerchantId))
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2)),
            StringComparer.Ordinal
        );
}
