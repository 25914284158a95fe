using PaymentGateway.Http.Requests;
using TwoC2P;

namespace PaymentGateway.Http.Problems;

/// <summary>What is wrong with a change once it is laid over what 2C2P holds. Nothing was sent then.</summary>
internal static class MergeProblems
{
    /// <summary>The caller's error when a property of the patch is wrong; otherwise it is a stored value that cannot be sent back. Null when all is well.</summary>
    /// <param name="errors">What is wrong, by the names that callers know.</param>
    /// <param name="isChanged">Whether the patch has this property.</param>
    public static Problem? Of(IReadOnlyCollection<FieldError> errors, Func<string, bool> isChanged)
    {
        if (errors.Count == 0)
            return null;
        if (errors.Any(error => isChanged(error.Field)))
            return ApiProblems.Invalid(errors);

        var stored = new RequestErrors();
        foreach (var error in errors)
            stored.Add(error.Field, $"Set this property in the same patch: what 2C2P holds cannot be sent back. {error.Problem}");

        return new(
            ErrorCodes.StoredValueUnusable,
            "2C2P takes an update only with all its values, and some that it holds are missing, not understood or no longer allowed. Nothing was sent; set them in the same patch."
        )
        {
            Errors = stored,
        };
    }
}
