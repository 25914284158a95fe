using TwoC2P.Calls;
using TwoC2P.Messages;
using TwoC2P.Protocol;
using TwoC2P.Signing;

namespace TwoC2P.QuickPay;

/// <summary>Which answer belongs to which request, and what is hashed of both.</summary>
internal static class QuickPayExchanges
{
    public static readonly MessageExchange Send = New(
        QuickPayLayouts.Send,
        QuickPayFormulas.Send,
        QuickPayLayouts.SendAnswer,
        QuickPayFormulas.SendAnswer
    );

    public static readonly MessageExchange Delete = New(
        QuickPayLayouts.Delete,
        QuickPayFormulas.QueryOrDelete,
        QuickPayLayouts.DeleteAnswer,
        QuickPayFormulas.UpdateOrDeleteAnswer
    );

    public static MessageExchange Query(QuickPaySettings settings) =>
        New(
            QuickPayLayouts.Query,
            QuickPayFormulas.QueryOrDelete,
            QuickPayLayouts.QueryAnswer,
            QuickPayFormulas.Answer(settings.QueryAnswerHashOrder)
        );

    public static MessageExchange Generate(QuickPaySettings settings) =>
        New(
            QuickPayLayouts.Generate(HasNewTerms(settings)),
            QuickPayFormulas.Generate,
            QuickPayLayouts.GenerateAnswer,
            QuickPayFormulas.GenerateAnswer
        );

    public static MessageExchange GenerateAndSend(QuickPaySettings settings) =>
        New(
            QuickPayLayouts.GenerateAndSend(HasNewTerms(settings)),
            QuickPayFormulas.GenerateAndSend,
            QuickPayLayouts.GenerateAndSendAnswer,
            QuickPayFormulas.GenerateAndSendAnswer
        );

    public static MessageExchange Update(QuickPaySettings settings) =>
        New(
            QuickPayLayouts.Update(HasNewTerms(settings)),
            QuickPayFormulas.Update,
            QuickPayLayouts.UpdateAnswer,
            QuickPayFormulas.UpdateOrDeleteAnswer
        );

    private static MessageExchange New(
        MessageLayout request,
        SignatureFormula requestFormula,
        MessageLayout answer,
        SignatureFormula answerFormula
    ) => new(request, requestFormula, answer, answerFormula, ResultField: "resCode");

    private static bool HasNewTerms(QuickPaySettings settings) => MessageVersion.IsAtLeast(settings.Version, 2, 4);
}
