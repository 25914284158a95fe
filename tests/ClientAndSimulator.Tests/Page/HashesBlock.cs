using TwoC2P.Calls;
using TwoC2P.CardTokens;
using TwoC2P.InstallmentOptions;
using TwoC2P.PaymentAction;
using TwoC2P.Protocol;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;
using TwoC2P.Signing;

namespace ClientAndSimulator.Tests.Page;

/// <summary>What each message's hash covers with the default settings, from the formulas that the client computes with.</summary>
internal static class HashesBlock
{
    private const string Reproduced = "published sample reproduced";
    private const string Published = "published";
    private const string Programs = "shown by independent programs";
    private const string Inferred = "**inferred**; a setting";

    public static string Render()
    {
        var settings = new ProtocolSettings();
        var table = new MarkdownTable("Message", "HMAC", "Fields in order", "How sure");
        Add("PaymentProcessRequest", PaymentProcessFormulas.Request, Programs);
        Add("PaymentProcessResponse", PaymentProcessFormulas.Response, Programs);
        AddBoth(
            XmlApi.Exchange(settings.CardTokens, CardTokenLayouts.Request, CardTokenLayouts.Response),
            "algorithm published, order " + Inferred
        );
        AddBoth(
            XmlApi.Exchange(settings.RecurringPlans, RecurringPlanLayouts.Request, RecurringPlanLayouts.Response),
            "shown by two independent programs; a setting",
            "shown by one program, made from 2C2P's sample; a setting"
        );
        AddBoth(
            XmlApi.Exchange(settings.InstallmentOptions, InstallmentOptionLayouts.Request, InstallmentOptionLayouts.Response),
            "algorithm contradictory, order " + Inferred
        );
        AddBoth(
            QuickPayExchanges.Generate(settings.QuickPay),
            "shown by one program; the digest of Update confirms most of it",
            Published
        );
        AddBoth(QuickPayExchanges.GenerateAndSend(settings.QuickPay), Reproduced, Published);
        AddBoth(QuickPayExchanges.Send, Reproduced, Reproduced);
        AddBoth(QuickPayExchanges.Query(settings.QuickPay), Reproduced, Inferred);
        AddBoth(QuickPayExchanges.Update(settings.QuickPay), Reproduced, Published);
        AddBoth(QuickPayExchanges.Delete, Reproduced, Reproduced);
        return table.ToString();

        void AddBoth(MessageExchange exchange, string sureOfRequest, string? sureOfAnswer = null)
        {
            Add(exchange.Request.Root, exchange.RequestFormula, sureOfRequest);
            Add(exchange.Answer.Root, exchange.AnswerFormula, sureOfAnswer ?? sureOfRequest);
        }

        void Add(string message, SignatureFormula formula, string sure) =>
            table.Row(message, AlgorithmOf(formula), string.Join(' ', formula.Parts.Select(TextOf)), sure);
    }

    private static string AlgorithmOf(SignatureFormula formula) =>
        formula.Algorithm is SignatureAlgorithm.HmacSha1 ? "SHA-1" : "SHA-256";

    private static string TextOf(SignedPart part) =>
        part switch
        {
            SignedPart.Field field => field.Name,
            SignedPart.List list => $"{{each of {list.Name}: {string.Join(' ', list.Attributes)}}}",
            _ => throw new InvalidOperationException("Say how this part is hashed."),
        };
}
