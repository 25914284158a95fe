using TwoC2P.Messages;

namespace TwoC2P.Calls;

/// <summary>A read that is asked over the second wire too.</summary>
/// <param name="Api">Which API.</param>
/// <param name="Verb">What it is asked; null where it does one thing only.</param>
/// <param name="Wire">The second wire; asked for when the question is put.</param>
/// <param name="Message">The question anew: signing changes a message.</param>
internal sealed record ShadowQuestion(string Api, string? Verb, Func<IWire> Wire, Func<WireMessage> Message);
