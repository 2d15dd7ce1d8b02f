// What the page has asked for and what it has stored.
// A place of storage that the page may not even look at holds nothing.
const listed = async (look) => {
  try {
    return await look();
  } catch (error) {
    return [];
  }
};
return (async () => ({
  journal: window.__journal || null,
  resources: performance.getEntriesByType("resource").map((entry) => entry.name),
  stored: [
    ...(await listed(() => Object.keys(localStorage))),
    ...(await listed(() => Object.keys(sessionStorage))),
    ...(await listed(() => document.cookie.split(";").map((one) => one.trim()).filter(Boolean))),
    ...(await listed(async () => (await indexedDB.databases()).map((one) => one.name))),
    ...(await listed(() => caches.keys())),
    ...(window.name ? [`window.name ${window.name}`] : []),
  ],
}))();
