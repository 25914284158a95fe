using TwoC2P.Simulator.Gateway;
using TwoC2P.Simulator.Jose;

namespace TwoC2P.Simulator.JosePortal;

/// <summary>What a merchant does in 2C2P's portal, and what can go wrong with it: keys up and down, defaults, rotations.</summary>
internal static class JoseControl
{
    public static void MapJose(this WebApplication app)
    {
        var jose = app.MapGroup("/_control/jose");
        jose.MapGet("/gateway-key", (GatewayKeyPair keys) => Pem(keys.Reading.ExportCertificatePem()));
        jose.MapGet("/gateway-signing-key", (GatewayKeyPair keys) => Pem(keys.Signing.ExportCertificatePem()));
        jose.MapPost(
            "/gateway-signing-key/rotate",
            (GatewayKeyPair keys) =>
            {
                keys.RotateSigning();
                return Results.NoContent();
            }
        );
        jose.MapGet(
            "/merchants/{id}/keys",
            (string id, MerchantKeys keys) =>
                keys.Of(id).Select(key => new { key.Name, IsDefault = key.Name == keys.DefaultOf(id)?.Name })
        );
        jose.MapPut("/merchants/{id}/keys/{name}", UploadAsync);
        jose.MapPut(
            "/merchants/{id}/default/{name}",
            (string id, string name, MerchantKeys keys) => Done(keys.SetDefault(id, name))
        );
        jose.MapPut("/merchants/{id}/reader/{name}", (string id, string name, MerchantKeys keys) => Done(keys.SealFor(id, name)));
        jose.MapPut("/door/{status:int}", (int status, FrontDoor door) => Set(door, status));
        jose.MapDelete("/door", (FrontDoor door) => Set(door, null));
    }

    private static async Task<IResult> UploadAsync(
        string id,
        string name,
        bool? asDefault,
        HttpRequest request,
        MerchantKeys keys,
        CancellationToken cancellationToken
    )
    {
        using var reader = new StreamReader(request.Body);
        if (PublicKey.TryRead(name, await reader.ReadToEndAsync(cancellationToken)) is not { } key)
            return Results.Problem("The body is an X.509 certificate or a public key in PEM form.", statusCode: 400);
        keys.Upload(id, key, asDefault ?? true);
        return Results.NoContent();
    }

    private static IResult Set(FrontDoor door, int? status)
    {
        door.Status = status;
        return Results.NoContent();
    }

    private static IResult Pem(string text) => Results.Text(text, "application/x-pem-file");

    private static IResult Done(bool done) =>
        done
            ? Results.NoContent()
            : Results.Problem("Upload the key first: PUT /_control/jose/merchants/{id}/keys/{name}.", statusCode: 404);
}
