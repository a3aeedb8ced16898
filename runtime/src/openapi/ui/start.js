SwaggerUIBundle({
  url: new URL("{up}openapi.json", document.baseURI).href,
  dom_id: "#ui",
  deepLinking: true,
  displayOperationId: true,
  // No badge of a validator elsewhere: the page asks no other host for anything.
  validatorUrl: null,
});
