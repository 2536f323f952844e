//! The identity provider of the network: somebody else's sign-in (OpenID Connect) for accounts that were invited here.

mod call;
pub mod store;

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use decapolis_words::errors::{Error, Result};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreProviderMetadata, CoreUserInfoClaims,
};
use openidconnect::{
    AccessToken, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    Scope, TokenResponse,
};
use tokio::sync::Mutex;
use tokio_rustls::TlsConnector;

use self::call::{ask, is_private, trusting};

/// What the provider says of itself is asked for again after this long: its keys change.
const KNOWN_FOR: Duration = Duration::from_secs(10 * 60);

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The provider, and as whom it knows this site. The operator's environment says both; nobody else does.
pub struct Provider {
    issuer: IssuerUrl,
    client: ClientId,
    secret: ClientSecret,
    /// How people call it: what the button says.
    pub name: String,
    tls: TlsConnector,
    known: Mutex<Option<(Instant, CoreProviderMetadata)>>,
}

/// What is kept while somebody is at the provider.
pub struct Begun {
    /// The address at the provider to which the browser goes.
    pub address: String,
    /// What the provider sends back with the browser.
    pub state: String,
    /// What the provider writes into what it signs.
    pub nonce: String,
    /// What is said with the code, and was never in an address.
    pub verifier: String,
}

/// Whom the provider signed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    pub issuer: String,
    /// What the provider calls the person for ever. A mail address may pass to somebody else; this does not.
    pub subject: String,
    /// The mail address, where the provider has verified it.
    pub mail: Option<String>,
}

impl Provider {
    /// `Broken`: an address that is not https, other than on this machine.
    pub fn new(issuer: &str, client: &str, secret: &str, name: Option<&str>) -> Result<Provider> {
        let address = IssuerUrl::new(issuer.into())
            .map_err(|e| Error::Broken(format!("DECAPOLIS_OIDC_ISSUER is no address: {e}")))?;
        let url = address.url();
        if !is_private(url.scheme(), url.host_str()) {
            return Err(Error::Broken("DECAPOLIS_OIDC_ISSUER is not an https address".into()));
        }
        let name = name.or(url.host_str()).unwrap_or(issuer).to_string();
        Ok(Provider {
            name,
            tls: trusting(None)?,
            issuer: address,
            client: ClientId::new(client.into()),
            secret: ClientSecret::new(secret.into()),
            known: Mutex::default(),
        })
    }

    /// The provider that the environment names: `DECAPOLIS_OIDC_ISSUER`, `DECAPOLIS_OIDC_CLIENT`, `DECAPOLIS_OIDC_SECRET` and, for the
    /// button, `DECAPOLIS_OIDC_NAME`. `DECAPOLIS_OIDC_CA` is a file with the certificates (PEM) of an authority of one's own. `None` where
    /// there is no provider.
    ///
    /// `Broken`: an issuer without client and secret, an address that is not https, or a file without certificates.
    pub fn from_environment() -> Result<Option<Provider>> {
        let of = |name: &str| std::env::var(name).ok().filter(|text| !text.is_empty());
        let Some(issuer) = of("DECAPOLIS_OIDC_ISSUER") else { return Ok(None) };
        let (Some(client), Some(secret)) = (of("DECAPOLIS_OIDC_CLIENT"), of("DECAPOLIS_OIDC_SECRET")) else {
            let missing = "DECAPOLIS_OIDC_ISSUER needs DECAPOLIS_OIDC_CLIENT and DECAPOLIS_OIDC_SECRET too";
            return Err(Error::Broken(missing.into()));
        };
        let provider = Provider::new(&issuer, &client, &secret, of("DECAPOLIS_OIDC_NAME").as_deref())?;
        let tls = trusting(of("DECAPOLIS_OIDC_CA").as_deref().map(Path::new))?;
        Ok(Some(Provider { tls, ..provider }))
    }

    /// Begins a sign-in: `state` goes to the provider and comes back, as does the browser, to `back`.
    ///
    /// Refused (`error-provider-silent`): the provider does not answer.
    pub async fn begin(&self, back: &str, state: String) -> Result<Begun> {
        let client = self.client(back).await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let sent = CsrfToken::new(state.clone());
        let (address, _, nonce) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || sent, Nonce::new_random)
            .add_scope(Scope::new("email".into()))
            .set_pkce_challenge(challenge)
            .url();
        Ok(Begun {
            address: address.into(),
            state,
            nonce: nonce.secret().clone(),
            verifier: verifier.secret().clone(),
        })
    }

    /// Ends a sign-in with the code that the browser brought: asks the provider who it was, and checks what it signed.
    ///
    /// Refused: the provider does not answer (`error-provider-silent`), or what it says does not hold (`error-provider-answer`).
    pub async fn finish(&self, back: &str, code: &str, nonce: &str, verifier: &str) -> Result<Identity> {
        let client = self.client(back).await?;
        let asked = client.exchange_code(AuthorizationCode::new(code.into())).map_err(unsound)?;
        let tokens = asked
            .set_pkce_verifier(PkceCodeVerifier::new(verifier.into()))
            .request_async(&ask(&self.tls))
            .await
            .map_err(unsound)?;
        let signed = tokens.id_token().ok_or_else(|| unsound(io::Error::other("no identity is signed")))?;
        // signature, issuer, for whom it was signed, until when, and the nonce
        let claims =
            signed.claims(&client.id_token_verifier(), &Nonce::new(nonce.into())).map_err(unsound)?;
        let mail = match verified(claims) {
            Some(mail) => Some(mail),
            None => self.mail_told(&client, tokens.access_token(), claims).await?,
        };
        Ok(Identity { issuer: self.issuer.to_string(), subject: claims.subject().to_string(), mail })
    }

    /// The verified mail address as the provider tells it to whoever has the access token: many do not sign it.
    async fn mail_told(
        &self,
        client: &Client,
        token: &AccessToken,
        claims: &CoreIdTokenClaims,
    ) -> Result<Option<String>> {
        let Ok(asked) = client.user_info(token.clone(), Some(claims.subject().clone())) else {
            return Ok(None);
        };
        let told: CoreUserInfoClaims = asked.request_async(&ask(&self.tls)).await.map_err(unsound)?;
        let is_verified = told.email_verified() == Some(true);
        Ok(told.email().filter(|_| is_verified).map(|mail| mail.to_string()))
    }

    async fn client(&self, back: &str) -> Result<Client> {
        let back = RedirectUrl::new(back.into()).map_err(|e| Error::Broken(format!("{back}: {e}")))?;
        let client = CoreClient::from_provider_metadata(
            self.metadata().await?,
            self.client.clone(),
            Some(self.secret.clone()),
        );
        Ok(client.set_redirect_uri(back))
    }

    /// What the provider says of itself: its addresses and keys.
    async fn metadata(&self) -> Result<CoreProviderMetadata> {
        let mut known = self.known.lock().await;
        if let Some((_, metadata)) = known.as_ref().filter(|(at, _)| at.elapsed() < KNOWN_FOR) {
            return Ok(metadata.clone());
        }
        let told = CoreProviderMetadata::discover_async(self.issuer.clone(), &ask(&self.tls)).await;
        let metadata = told.map_err(|why| {
            tracing::warn!(why = in_words(&why), "the identity provider does not say what it is");
            Error::refused("error-provider-silent")
        })?;
        *known = Some((Instant::now(), metadata.clone()));
        Ok(metadata)
    }
}

fn verified(claims: &CoreIdTokenClaims) -> Option<String> {
    let is_verified = claims.email_verified() == Some(true);
    claims.email().filter(|_| is_verified).map(|mail| mail.to_string())
}

fn unsound(why: impl std::error::Error + 'static) -> Error {
    tracing::warn!(why = in_words(&why), "what the identity provider answers does not hold");
    Error::refused("error-provider-answer")
}

/// An error as the log has it. Its fields may hold what the provider answered, tokens among it, and so may what an answer was read with: only
/// its own words are taken, and those of the line to the provider.
fn in_words(why: &(dyn std::error::Error + 'static)) -> String {
    let line = why.source().and_then(|source| source.downcast_ref::<io::Error>());
    line.map_or_else(|| why.to_string(), |line| format!("{why}: {line}"))
}

#[cfg(test)]
mod tests {
    use openidconnect::core::CoreErrorResponseType;
    use openidconnect::{RequestTokenError, StandardErrorResponse};

    use super::*;

    type Failed<E> = RequestTokenError<E, StandardErrorResponse<CoreErrorResponseType>>;

    #[derive(Debug)]
    struct Read(&'static str);

    impl std::fmt::Display for Read {
        fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(to, "invalid type: {}", self.0)
        }
    }

    impl std::error::Error for Read {}

    #[test]
    fn the_log_says_why_an_answer_does_not_hold_and_has_no_token() {
        let read = Failed::Request(Read("a-secret-token"));
        assert!(format!("{read:?}").contains("a-secret-token"));
        assert_eq!(in_words(&read), "Request failed");
        let line: Failed<io::Error> = Failed::Request(io::Error::other("no way there"));
        assert_eq!(in_words(&line), "Request failed: no way there");
    }
}
