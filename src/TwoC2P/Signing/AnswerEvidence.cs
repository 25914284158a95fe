namespace TwoC2P.Signing;

/// <summary>Why an answer is believed.</summary>
/// <param name="Form">What its hash or signature covered.</param>
/// <param name="KeyVersion">Version of the secret key, or of 2C2P's public key, that verified it.</param>
/// <param name="VerifiedHash">
/// The verified hash in lower case, or for a signed answer the SHA-256 of its content: the same content has the same hash, however it was enveloped.
/// </param>
public sealed record AnswerEvidence(HashForm Form, string KeyVersion, string VerifiedHash);
