// The one line that MSAL's bridge needs, in a file because the page allows no inline script.
msalRedirectBridge.broadcastResponseToMainFrame().catch((error) => {
  // Nothing to hand back: somebody opened this page by hand, or left the sign-in halfway.
  console.warn("No sign-in answer to hand back:", error.errorCode ?? error.name);
  if (window.parent === window) window.location.replace("/");
});
