using TwoC2P.Messages;
using TwoC2P.Signing;

namespace TwoC2P.Calls;

/// <summary>A request and its answer, as data: their tables, what their hashes cover, and the field that every answer has.</summary>
internal sealed record MessageExchange(
    MessageLayout Request,
    SignatureFormula RequestFormula,
    MessageLayout Answer,
    SignatureFormula AnswerFormula,
    string ResultField
);
